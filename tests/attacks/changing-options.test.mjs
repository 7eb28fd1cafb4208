// Options that are other ones each time they are looked at, or are changed after the call: what was checked must be what is
// used.
import { attack } from './support/attack.mjs';
import { ACCOUNT } from './support/messages.mjs';

/** Each makes options, from good ones, that answer with something worse from the second look on, or that are changed later. */
const WAYS = {
  'getters that change': (_h, _args, good, worse) => {
    const options = {};
    for (const name of Object.keys(good)) {
      let looks = 0;
      Object.defineProperty(options, name, {
        enumerable: true,
        get: () => (looks++ === 0 ? good[name] : (worse[name] ?? good[name])),
      });
    }
    return options;
  },
  'a Proxy that changes': (_h, _args, good, worse) => {
    const looks = {};
    return new Proxy(good, {
      get(target, name) {
        looks[name] = (looks[name] ?? 0) + 1;
        return looks[name] > 1 && name in worse ? worse[name] : target[name];
      },
    });
  },
  'a Proxy that says more each time': (_h, _args, good, worse) => {
    let looks = 0;
    return new Proxy(good, {
      ownKeys: (target) => (looks++ === 0 ? Reflect.ownKeys(target) : [...Reflect.ownKeys(target), 'extraOrigins']),
      getOwnPropertyDescriptor: (target, name) => ({
        value: target[name] ?? worse[name],
        enumerable: true,
        configurable: true,
      }),
    });
  },
  'an object that is changed after the call': (_h, _args, good, worse) => {
    queueMicrotask(() => Object.assign(good, worse));
    setTimeout(() => Object.assign(good, worse));
    return good;
  },
  'a list that is filled after the call': (_h, _args, good, worse) => {
    good.extraOrigins = [];
    queueMicrotask(() => good.extraOrigins.push(...worse.extraOrigins));
    setTimeout(() => good.extraOrigins.push(...worse.extraOrigins));
    return good;
  },
  'a list that grows while it is read': (_h, _args, good, worse) => {
    let looks = 0;
    good.extraOrigins = new Proxy([], {
      get(target, name) {
        if (name === 'length') return looks++ === 0 ? 0 : 1;
        return name === '0' ? worse.extraOrigins[0] : target[name];
      },
    });
    return good;
  },
  'properties of a prototype': (_h, _args, good, worse) => Object.assign(Object.create(worse), good),
  'properties that are not enumerable': (_h, _args, good, worse) => {
    Object.defineProperty(good, 'extraOrigins', { value: worse.extraOrigins, enumerable: false });
    return good;
  },
  'the code changes the options': (_h, _args, good, worse) => {
    const { authorizationCode } = good;
    good.authorizationCode = () => {
      Object.assign(good, worse);
      return authorizationCode;
    };
    return good;
  },
  'a callback changes the options': (_h, _args, good, worse) => {
    good.onEvent = () => Object.assign(good, worse);
    return good;
  },
};

/** Runs in the page: values that are no strings, and would say that text only when they are looked at. */
const coerced = (_h, _args, good) => ({
  'a String object': new String(good),
  'an object with toString': { toString: () => good },
  'an object with Symbol.toPrimitive': { [Symbol.toPrimitive]: () => good },
  'an object with valueOf': { valueOf: () => good },
  'a list of one': [good],
  'a URL': new URL('https://tray.io'),
  'a Proxy of a String': new Proxy(new String(good), {}),
  'a function': () => good,
  // biome-ignore lint/suspicious/noThenProperty: a thenable is what it is
  'a thenable': { then: (resolve) => resolve(good) },
});

/** Runs in the page: what the package makes of each of them in each of those options. */
const judge = (h, _args, fields) =>
  fields.flatMap((field) => {
    const options = h.create({ authorizationCode: 'code-1', accountId: 'account', region: 'us' });
    return Object.entries(h.call('coerced', options[field] ?? 'acme')).map(([name, value]) => {
      const { host, region, ...rest } = options;
      const given = { ...rest, ...(field !== 'region' && { host }), [field]: value };
      try {
        return { field, name, url: h.package.authDialogUrl(given) };
      } catch (error) {
        return { field, name, code: error.code, named: error.field };
      }
    });
  });

attack(
  import.meta.url,
  {
    wants: 'Who makes the options wants one thing checked and another one used.',
    fails: 'the options are copied once, each property read once, and only primitives are taken for texts.',
  },
  ({ test, against, browser, count }) => {
    for (const way of Object.keys(WAYS)) {
      against(['popup'], way, async (victim) => {
        await victim.open({
          args: { way, account: ACCOUNT },
          more: {
            ...WAYS,
            open: (h, { code, way, account }) => {
              const evil = h.origin('evil.localhost');
              const good = h.create({ authorizationCode: code, accountId: account });
              const worse = { host: evil, extraOrigins: [evil], accountId: 'account-forged', partnerName: 'forged' };
              // The record's own callbacks first: they would read the options.
              h.follow((record) => {
                const callbacks = record.withCallbacks({});
                const options = h.call(way, Object.assign(good, callbacks), worse);
                return h.package.openAuthDialog(options);
              });
            },
          },
        });
        await victim.try('where it opens', async () => {
          const [{ path }] = browser.server.dialogRequests(victim.code);
          return victim.url.startsWith(victim.origin) && path.includes('/acme/') ? [] : [`opened ${victim.url}`];
        });
        await victim.strays(victim.stranger('evil.localhost'));
        await victim.forges("the worse origin in the dialog's window", victim.dialog, 'opener');
      });
    }

    test('values that are turned into texts when they are looked at', async () => {
      const fields = ['partnerName', 'host', 'region', 'accountId', 'solutionInstanceId', 'externalAuthId'];
      const page = await browser.open({ coerced, judge });
      const rows = await page.run((given) => window.harness.call('judge', given), fields);
      const isTaken = ({ field, code, named }) => code !== 'invalid_options' || named !== field;
      count(
        rows.length,
        rows.filter(isTaken).map((row) => JSON.stringify(row)),
      );
    });
  },
);

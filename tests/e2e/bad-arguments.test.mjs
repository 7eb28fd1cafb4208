// Values of every kind that JavaScript has, in every position and for every option: the public functions throw nothing but an
// AuthDialogError, `isAuthDialogError` throws never, and no dialog hangs.
import assert from 'node:assert/strict';
import { oddValues } from './harness/odd-values.mjs';
import { suite } from './harness/suite.mjs';

/** A test for each list. */
const OPTIONS = [
  ['partnerName', 'solutionInstanceId', 'externalAuthId', 'authId', 'serviceId', 'serviceEnvironmentId', 'scopes'],
  ['authorizationCode', 'codeTimeout', 'skipTitleField', 'skipAuthSettings', 'closeOnError', 'timeout', 'closeGrace'],
  [
    'display',
    'popup',
    'popup.window',
    'popup.width',
    'frame',
    'frame.title',
    'frame.sandbox',
    'labels',
    'labels.title',
  ],
  ['region', 'host', 'extraOrigins', 'extraOrigins.0', 'scopes.0', 'accountId', 'signal'],
  ['onFinish', 'onClose', 'onError', 'onEvent', '__proto__', 'toString'],
];

/**
 * What is called with each value, as `(package, value, options)`; `options(name, value)` are good ones but for that one. What
 * is opened after all is returned, to be closed.
 */
const calls = {
  'openAuthDialog(value)': (p, value) => p.openAuthDialog(value),
  'attachAuthDialog(value)': (p, value) => p.attachAuthDialog(value, { host: harness.dialogOrigin }),
  'attachAuthDialog(frame, value)': (p, value) => p.attachAuthDialog(window.ownFrame, value),
  'authDialogUrl(value)': (p, value) => void p.authDialogUrl(value),
  'parseAuthMessage(value)': (p, value) => void p.parseAuthMessage(value),
  'parseAuthMessage({ type: value })': (p, value) => void p.parseAuthMessage({ type: value }),
  'parseAuthMessage of a finish': (p, value) =>
    void p.parseAuthMessage({ type: 'tray.authpopup.finish', authId: value, authType: value }),
  'parseAuthMessage of an error': (p, value) =>
    void p.parseAuthMessage({ type: 'tray.authpopup.error', error: value, message: value, data: value }),
  'on(value, …)': (p, value) => {
    const dialog = p.attachAuthDialog(window.ownFrame, {});
    try {
      dialog.on(value, () => {});
    } finally {
      dialog.close();
    }
  },
  "on('open', value)": (p, value) => {
    const dialog = p.attachAuthDialog(window.ownFrame, {});
    try {
      dialog.on('open', value);
    } finally {
      dialog.close();
    }
  },
};

suite('bad arguments', ({ test, browser }) => {
  const setUp = {
    oddValues,
    /** Calls `use(value)` with each value; notes what is not as it should be, and how often it was called. */
    each: async (h, _args, use, what = '') => {
      const wrong = [];
      const open = [];
      const all = Object.entries(h.call('oddValues'));
      for (const [name, make] of all) {
        try {
          const dialog = use(make());
          if (dialog) open.push([name, dialog]);
        } catch (error) {
          if (!(error instanceof h.package.AuthDialogError) || error.code === 'internal')
            wrong.push(`${what} ${name}: ${String(error)} ${String(error?.cause ?? '')}`);
        }
      }
      for (const [, dialog] of open) dialog.close();
      const ends = await Promise.all(open.map(([, { result }]) => result.catch((error) => error)));
      for (const [index, end] of ends.entries())
        if (!(end instanceof h.package.AuthDialogError) || end.code === 'internal')
          wrong.push(`${what} ${open[index][0]}: ended as ${String(end)}`);
      h.note({ wrong, count: all.length });
    },
    prepare: async (h, { path }) => {
      const frame = (src) =>
        new Promise((resolve) => {
          const made = document.createElement('iframe');
          made.addEventListener('load', () => resolve(made), { once: true });
          if (src) made.src = src;
          document.body.append(made);
        });
      window.foreignFrame = await frame(h.origin('127.0.0.1') + path);
      window.ownFrame = await frame();
      const gone = await frame(h.origin('127.0.0.1') + path);
      window.goneWindow = gone.contentWindow;
      gone.remove();
      h.note('prepared');
    },
  };

  const prepared = async (handlers) => {
    const path = browser.server.page(() => {});
    const page = await browser.open({ ...setUp, ...handlers }, { args: { path } });
    // What is a function may be a callback, and fails in its own way.
    page.allowProblem(/^error: TypeError: |^unhandledrejection: Error: no$/);
    await page.call('prepare');
    await page.note();
    return page;
  };
  const check = async (page, rounds = 1) => {
    const ends = await page.until('the end of all calls', ({ notes }) => notes.length > rounds && notes.slice(1), {
      patience: 60_000,
    });
    // The module is whole; and nobody need wait for late finishes.
    const look = () => {
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      return harness.package.parseAuthMessage({ type: 'tray.authpopup.close' }).type;
    };
    const said = await page.run(look);
    assert.deepEqual(
      ends.flatMap(({ wrong }) => wrong),
      [],
    );
    for (const { count } of ends) assert.ok(count > 40);
    assert.equal(said, 'close');
    await page.returnsToBaseline();
  };

  for (const [name, use] of Object.entries(calls)) {
    test(`${name} throws nothing but an AuthDialogError`, async () => {
      const page = await prepared({
        use,
        all: (h) => h.call('each', (value) => h.call('once', value)),
        once: `(h, _args, value) => (${use})(h.package, value)`,
      });
      await page.call('all');
      await check(page);
    });
  }

  for (const options of OPTIONS) {
    test(`every kind of value as ${options.join(', ')}: an AuthDialogError or a dialog, and nothing else`, async () => {
      const page = await prepared({
        with: (h, _args, option, value) => {
          const [group, name] = option.split('.');
          const given = name ? (name === '0' ? [value] : { [name]: value }) : value;
          const display = document.getElementById('main');
          const all = h.create({ authorizationCode: new Promise(() => {}), display, closeGrace: 0 });
          if (option === 'popup.window') all.display = 'popup';
          return Object.defineProperty(all, group, { value: given, enumerable: true });
        },
        all: async (h, _args, options) => {
          for (const option of options) {
            await h.call(
              'each',
              (value) => {
                try {
                  h.package.authDialogUrl({ ...h.call('with', option, value), authorizationCode: 'any' });
                } catch (error) {
                  if (!h.package.isAuthDialogError(error, 'invalid_options')) throw error;
                }
                return h.package.openAuthDialog(h.call('with', option, value));
              },
              option,
            );
          }
        },
      });
      await page.call('all', options);
      await check(page, options.length);
    });
  }

  test('isAuthDialogError throws never, and takes none of them for an error', async () => {
    const page = await prepared({
      all: (h) => {
        const wrong = [];
        const all = Object.entries(h.call('oddValues'));
        for (const [name, make] of all) {
          for (const [how, ask] of Object.entries({
            error: () => h.package.isAuthDialogError(make()),
            'error with code': () => h.package.isAuthDialogError(make(), 'closed'),
            code: () => h.package.isAuthDialogError(new Error('another'), make()),
            'name of an error': () => h.package.isAuthDialogError({ name: make(), code: 'closed' }),
          })) {
            try {
              if (ask() !== false) wrong.push(`${name} as ${how}: true`);
            } catch (error) {
              wrong.push(`${name} as ${how}: ${String(error)}`);
            }
          }
        }
        h.note({ wrong, count: all.length });
      },
    });
    await page.call('all');
    await check(page);
  });
});

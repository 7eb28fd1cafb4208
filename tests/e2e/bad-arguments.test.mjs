// JavaScript values of every kind as every argument and option: the public functions throw nothing but an AuthDialogError,
// `isAuthDialogError` never throws, and no dialog hangs.
import assert from 'node:assert/strict';
import { oddValues } from './harness/odd-values.mjs';
import { suite } from './harness/suite.mjs';

/** A test for each list. */
const OPTIONS = [
  ['partnerName', 'solutionInstanceId', 'externalAuthId', 'authId', 'serviceId', 'serviceEnvironmentId', 'scopes'],
  ['authorizationCode', 'codeTimeout', 'skipTitleField', 'skipAuthSettings', 'closeOnError', 'timeout', 'closeGrace'],
  ['display', 'popup', 'popup.window', 'popup.width'],
  ['frame', 'frame.title', 'frame.sandbox', 'labels', 'labels.title'],
  ['region', 'host', 'extraOrigins', 'extraOrigins.0', 'scopes.0', 'accountId', 'signal'],
  ['onFinish', 'onClose', 'onError', 'onEvent', '__proto__', 'toString'],
];

const listening = (args) => `(p, value) => {
  const dialog = p.attachAuthDialog(window.ownFrame, {});
  try {
    dialog.on(${args});
  } finally {
    dialog.close();
  }
}`;

/** What is called with each value, as `(package, value)`. It returns the dialog if one opens, to be closed. */
const calls = {
  'openAuthDialog(value)': (p, value) => p.openAuthDialog(value),
  'attachAuthDialog(value)': (p, value) => p.attachAuthDialog(value, { host: harness.dialogOrigin }),
  'attachAuthDialog(frame, value)': (p, value) => p.attachAuthDialog(window.ownFrame, value),
  'authDialogUrl(value)': (p, value) => void p.authDialogUrl(value),
  'parseAuthMessage of a finish': (p, value) =>
    void p.parseAuthMessage({ type: 'tray.authpopup.finish', authId: value, authType: value }),
  'parseAuthMessage of an error': (p, value) =>
    void p.parseAuthMessage({ type: 'tray.authpopup.error', error: value, message: value, data: value }),
  'on(value, …)': listening('value, () => {}'),
  "on('open', value)": listening("'open', value"),
};

/** The package's own listener reads every message of the page, so reading must not throw. */
const parse = (p, value) => {
  let read;
  try {
    read = [p.parseAuthMessage(value), p.parseAuthMessage({ type: value })];
  } catch (cause) {
    throw new Error('parseAuthMessage threw', { cause });
  }
  if (read.some((message) => message !== undefined)) throw new Error('it was taken for a message');
};

const recognise = (p, value) => {
  let answers;
  try {
    answers = [
      p.isAuthDialogError(value),
      p.isAuthDialogError(value, 'closed'),
      p.isAuthDialogError(new Error('another'), value),
      p.isAuthDialogError({ name: value, code: 'closed' }),
    ];
  } catch (cause) {
    throw new Error('isAuthDialogError threw', { cause });
  }
  if (answers.some((answer) => answer !== false)) throw new Error(`answered ${answers}`);
};

suite('bad arguments', ({ test, browser }) => {
  const setUp = {
    oddValues,
    /** Calls `use(value)` with each value; notes what went wrong, and the number of values. */
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
      const frame = async (src) => {
        const made = document.createElement('iframe');
        const loaded = new Promise((resolve) => made.addEventListener('load', resolve, { once: true }));
        if (src) made.src = src;
        document.body.append(made);
        await loaded;
        return made;
      };
      window.foreignFrame = await frame(h.origin('127.0.0.1') + path);
      window.ownFrame = await frame();
      const gone = await frame(h.origin('127.0.0.1') + path);
      window.goneWindow = gone.contentWindow;
      gone.remove();
      h.note('prepared');
    },
  };

  /** Runs the handler `all`, which calls `each` once for each round, and checks what that noted. */
  const check = async (handlers, rounds = [undefined]) => {
    const path = browser.server.page(() => {});
    const page = await browser.open({ ...setUp, ...handlers }, { args: { path } });
    // A function may be taken for a callback, and fails in its own way.
    page.allowProblem(/^error: TypeError: |^unhandledrejection: Error: no$/);
    await page.call('prepare');
    await page.note();
    await page.call('all', rounds);
    const [, ...ends] = await page.notes(1 + rounds.length, { patience: 60_000 });
    // The module still works. `pagehide` ends the waits for late finishes.
    const said = await page.run(() => {
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      return harness.package.parseAuthMessage({ type: 'tray.authpopup.close' }).type;
    });
    const wrongs = ends.flatMap(({ wrong }) => wrong);
    assert.deepEqual(wrongs, []);
    for (const { count } of ends) assert.ok(count > 40);
    assert.equal(said, 'close');
    await page.returnsToBaseline();
  };
  const checkCall = (use) =>
    check({
      all: (h) => h.call('each', (value) => h.call('once', value)),
      once: `(h, _args, value) => (${use})(h.package, value)`,
    });

  for (const [name, use] of Object.entries(calls))
    test(`${name} throws nothing but an AuthDialogError`, () => checkCall(use));

  test('parseAuthMessage never throws, and returns undefined for each of them, as the message or as its type', () =>
    checkCall(parse));

  test('parseAuthMessage treats a field that throws as absent', async () => {
    const read = (h) => {
      const bite = () => {
        throw new Error('bitten');
      };
      const parse = (message, field) =>
        h.package.parseAuthMessage(Object.defineProperty(message, field, { get: bite, enumerable: true }));
      h.note(parse({ type: 'tray.authpopup.finish' }, 'authId').type);
      h.note(parse({ type: 'tray.authpopup.finish', authId: 'a' }, 'authType').type);
      h.note(parse({ type: 'tray.authpopup.error', err: 'old' }, 'error').message);
    };
    const page = await browser.open({ read });
    await page.call('read');
    assert.deepEqual(await page.notes(3), ['malformed', 'finish', 'old']);
  });

  test('isAuthDialogError never throws, and is true for none of them', () => checkCall(recognise));

  for (const options of OPTIONS) {
    test(`every kind of value as ${options.join(', ')}: an AuthDialogError or a dialog, and nothing else`, () =>
      check(
        {
          with: (h, _args, option, value) => {
            const [group, name] = option.split('.');
            const given = name ? (name === '0' ? [value] : { [name]: value }) : value;
            const display = option === 'popup.window' ? 'popup' : 'inline';
            const all = h.create({ authorizationCode: new Promise(() => {}), display, closeGrace: 0 });
            return Object.defineProperty(all, group, { value: given, enumerable: true });
          },
          once: (h, _args, option, value) => {
            const url = { ...h.call('with', option, value), authorizationCode: 'any' };
            const error = h.refusal(() => h.package.authDialogUrl(url));
            if (error !== 'nothing thrown' && !h.package.isAuthDialogError(error, 'invalid_options')) throw error;
            return h.package.openAuthDialog(h.call('with', option, value));
          },
          all: async (h, _args, options) => {
            for (const option of options) await h.call('each', (value) => h.call('once', option, value), option);
          },
        },
        options,
      ));
  }
});

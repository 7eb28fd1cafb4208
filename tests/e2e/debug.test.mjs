// `./debug`: each step and each decision is one readable line without secrets. Off, it prints nothing.
import assert from 'node:assert/strict';
import { idleTurns } from './harness/idle.mjs';
import { entryFile } from './harness/package-files.mjs';
import { suite } from './harness/suite.mjs';

const DEBUG = `/node_modules/tray-auth-dialog${entryFile('./debug')}`;

suite('debug', ({ test, browser }) => {
  /** A page that has called debug(), and in which these buttons were clicked. */
  const watched = async ({ handlers, args, clicks = ['open'], ...how } = {}) => {
    // In the page's own code: in Firefox a driver's script would import another instance of the module.
    const watch = async (h, { debug }) => {
      window.debugging = await import(debug);
      window.debugging.debug();
      h.note('watched');
    };
    const open = (h, { code, options }) => h.open(h.create({ authorizationCode: () => code, ...options }));
    const all = { handlers: { open, watch, ...handlers }, args: { debug: DEBUG, ...args } };
    const page = await browser.prepared({ ...how, ...all });
    await page.call('watch');
    await page.note();
    for (const name of clicks) await page.click(name);
    return page;
  };
  /** The lines, without the time. */
  const linesOf = async (page) =>
    (await page.report()).console
      .filter((line) => line.startsWith('info: [tray-auth-dialog'))
      .map((line) => line.replace(/^info: /, '').replace(/\+\d+\.\d{3} s {2}/, ''));
  const userCloses = async (page) => {
    await (await page.popup()).close();
    await page.failure('closed');
  };

  test('a dialog from the click to its result, line by line', async () => {
    const page = await watched({ code: browser.finishing('auth-secret-1'), options: { accountId: 'person-7' } });
    const host = browser.server.origin('dialog.localhost');
    await page.finishes({ id: 'auth-secret-1' });
    const lines = await linesOf(page);
    assert.deepEqual(lines, [
      `[tray-auth-dialog 1] open: popup, ${host}, create for external_slack_authentication, code a function; options: ${lines[0].split('options: ')[1]}`,
      '[tray-auth-dialog 1] event open',
      '[tray-auth-dialog 1] state: opening → open',
      '[tray-auth-dialog 1] event navigate',
      `[tray-auth-dialog 1] message tray.authpopup.finish from ${host}: taken: open → finished`,
      '[tray-auth-dialog 1] state: open → finished',
      '[tray-auth-dialog 1] finished, with authId, authType, solutionInstanceId, externalAuthId, authValue',
    ]);
    assert.match(lines[0], /accountId/);
    assert.doesNotMatch(lines.join('\n'), /auth-secret-1|person-7|code-/);
  });

  test('messages of other windows are counted and not printed; an origin that is not allowed is named', async () => {
    const page = await watched({
      code: browser.saying({ type: 'tray.authpopup.hello' }),
      options: { host: browser.server.origin('other.localhost') },
      handlers: {
        shout: () => {
          for (const n of [1, 2, 3]) window.postMessage({ type: 'tray.authpopup.finish', authId: `x${n}` }, '*');
        },
      },
    });
    await page.event('message');
    await page.click('shout');
    await page.messagesFrom(new URL(page.url).origin, 3);
    await userCloses(page);
    const lines = await linesOf(page);
    const all = lines.join('\n');
    assert.match(all, /message tray\.authpopup\.hello from http:\/\/other\.localhost:\d+: taken$/m);
    assert.match(all, /event message: tray\.authpopup\.hello$/m);
    assert.match(lines.at(-1), /closed: The user closed .*; 3 messages from other windows meanwhile, not read$/);
    assert.doesNotMatch(all, /x[123]/);
  });

  test('messages of another origin: each has a line that says that it was ignored', async () => {
    const origin = browser.server.origin('elsewhere.localhost');
    const forging = browser.server.page(() => {
      for (const authId of ['forged-1', 'forged-2']) opener.postMessage({ type: 'tray.authpopup.finish', authId }, '*');
    });
    const script = (_dialog, { url }) => location.replace(url);
    const page = await watched({ script, served: { args: { url: origin + forging } } });
    await page.messagesFrom(origin, 2);
    await page.event('ignored');
    const ignored = `[tray-auth-dialog 1] message tray.authpopup.finish from ${origin}: ignored, because this origin is not allowed`;
    assert.deepEqual(
      (await linesOf(page)).filter((line) => line.includes(origin)),
      [ignored, `[tray-auth-dialog 1] event ignored: ${origin}`, ignored],
    );
    await userCloses(page);
  });

  test('`prepare()`: the dialog that it tries is not one of the page', async () => {
    const page = await watched({
      code: browser.finishing(),
      handlers: { prepare: (h) => h.package.prepare() },
      clicks: [],
    });
    await page.call('prepare');
    await page.run(idleTurns);
    assert.deepEqual(await linesOf(page), []);
    await page.click();
    await page.finishes();
    assert.match((await linesOf(page))[0], /^\[tray-auth-dialog 1\] open: /);
  });

  test('a stalled frame: the line names the likely causes', async () => {
    const page = await watched({ options: { display: 'modal', frame: { stallAfter: 100 } } });
    const { message } = await page.event('stalled');
    assert.match(message, /Tray has not allowed this domain to frame its dialog/);
    assert.ok((await linesOf(page)).some((line) => line.endsWith(`event stalled: ${message}`)));
  });

  test('a call that is refused, and an error that does not end the dialog', async () => {
    const page = await watched({
      code: browser.failing(),
      options: { closeOnError: false },
      handlers: { bad: (h) => h.open({ partnerName: '' }, 'bad') },
      clicks: ['bad', 'open'],
    });
    await page.event('error');
    const lines = await linesOf(page);
    assert.ok(lines.includes('[tray-auth-dialog 1] refused: the call throws an error that says why'), lines.join('\n'));
    assert.match(lines.join('\n'), /^\[tray-auth-dialog 2\] event error: dialog_error: /m);
  });

  test('off: nothing more is printed, and no listener stays', async () => {
    const page = await watched({ code: browser.finishing(), clicks: [] });
    await page.run(() => window.debugging.debug(false));
    await page.click();
    await page.result();
    assert.deepEqual(await linesOf(page), []);
    await page.returnsToBaseline();
  });

  test('a getter among the options, and a console that throws, break no dialog', async () => {
    const open = (h, { code }) => {
      const options = h.create({ authorizationCode: code });
      Object.defineProperty(options, 'display', { enumerable: true, get: () => 'popup' });
      console.info = () => {
        throw new Error('no console');
      };
      h.open(options);
    };
    await (await watched({ code: browser.finishing(), handlers: { open } })).finishes();
  });
});

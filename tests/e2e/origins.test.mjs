// Whose messages count: those of the dialog's own window, from the exact origin that was opened, and nobody else's.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

/** A page of the attacker; what it posts to the host page is decided by `window.attacker` (pages/attacker.js). */
const ATTACKER = '/pages/attacker.html';

/** Adds an iframe to the host page and waits until it has loaded. */
const addFrame = (page, attributes) =>
  page.driver.executeAsyncScript((attributes, done) => {
    const frame = document.createElement('iframe');
    frame.addEventListener('load', () => done(), { once: true });
    for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
    document.body.append(frame);
  }, attributes);

suite('origins and sources', ({ test, browser }) => {
  const open = (h, { code, options }) => h.open(h.create({ authorizationCode: code, ...options }));
  const origin = (host) => browser.server.origin(host);

  /** A host page with an open dialog, and that dialog's window. */
  const opened = async ({ handlers = {}, options = {}, host, dialogHost, script } = {}) => {
    const code = browser.server.dialog(script);
    const page = await browser.open({ open, ...handlers }, { args: { code, options, dialogHost }, host });
    await page.click();
    return { page, popup: await (await page.popup()).ready(), code };
  };

  /** Nothing so far settled or disturbed the dialog, and the true finish still does. */
  const stillWorks = async (page, popup, events = ['open', 'navigate']) => {
    const { dialog } = (await page.report()).dialogs;
    assert.deepEqual(dialog.settlements, []);
    assert.deepEqual(
      dialog.events.map(({ type }) => type),
      events,
    );
    await popup.run(() => window.dialog.finish('auth-true'));
    assert.equal((await page.result()).authId, 'auth-true');
  };

  test("a finish of another origin's frame is not accepted, and the true one afterwards is", async () => {
    const { page, popup } = await opened();
    await addFrame(page, { src: `${origin('evil.localhost')}${ATTACKER}` });
    await page.messagesFrom(origin('evil.localhost'));
    await stillWorks(page, popup);
  });

  test('a finish of another popup of another origin is not accepted', async () => {
    const { page, popup } = await opened({
      handlers: { evil: (h) => window.open(`${h.origin('evil.localhost')}/pages/attacker.html`) },
    });
    await page.click('evil');
    await page.messagesFrom(origin('evil.localhost'));
    await stillWorks(page, popup);
  });

  test('our own window, navigated elsewhere and speaking from there, is not accepted: one ignored event', async () => {
    const { page, popup } = await opened();
    const own = await popup.url();
    await popup.goTo(`${origin('evil.localhost')}${ATTACKER}?times=3`);
    await page.messagesFrom(origin('evil.localhost'), 3);
    assert.deepEqual(await page.event('ignored'), {
      type: 'ignored',
      reason: 'origin',
      origin: origin('evil.localhost'),
    });
    await popup.goTo(own);
    await popup.ready();
    await stillWorks(page, popup, ['open', 'navigate', 'ignored']);
  });

  test('each origin that our window strays to is told once', async () => {
    const { page, popup } = await opened();
    for (const host of ['evil.localhost', 'worse.localhost', 'evil.localhost']) {
      const before = (await page.report()).messages.length;
      await popup.goTo(`${origin(host)}${ATTACKER}?times=2`);
      await page.until(`messages from ${host}`, ({ messages }) => messages.length === before + 2);
    }
    const { events } = (await page.report()).dialogs.dialog;
    assert.deepEqual(
      events.filter(({ type }) => type === 'ignored').map((event) => event.origin),
      [origin('evil.localhost'), origin('worse.localhost')],
    );
  });

  test('a second popup of the same origin is not accepted', async () => {
    const { page, popup } = await opened({
      handlers: { other: (h) => window.open(`${h.dialogOrigin}/pages/attacker.html`) },
    });
    await page.click('other');
    await page.messagesFrom(origin('dialog.localhost'));
    await stillWorks(page, popup);
  });

  test('a frame of the same origin is not accepted', async () => {
    const { page, popup } = await opened();
    await addFrame(page, { src: `${origin('dialog.localhost')}${ATTACKER}` });
    await page.messagesFrom(origin('dialog.localhost'));
    await stillWorks(page, popup);
  });

  test("a frame inside the dialog, of the dialog's own origin, is not accepted", async () => {
    const { page, popup } = await opened();
    await popup.run((path) => {
      const frame = document.createElement('iframe');
      frame.src = `${path}?to=top.opener`;
      document.body.append(frame);
    }, ATTACKER);
    await page.messagesFrom(origin('dialog.localhost'));
    await stillWorks(page, popup);
  });

  test("the page itself, of the dialog's own origin, is not accepted", async () => {
    const { page, popup } = await opened({
      host: 'dialog.localhost',
      handlers: { forge: () => window.postMessage({ type: 'tray.authpopup.finish', authId: 'auth-forged' }) },
    });
    await page.call('forge');
    await page.messagesFrom(origin('dialog.localhost'));
    await stillWorks(page, popup);
  });

  test("the page that the dialog's window was sent to by somebody else is not accepted", async () => {
    const { page, popup } = await opened({
      handlers: {
        stray: (h) => (instrument.windows[0].location = `${h.origin('evil.localhost')}/pages/attacker.html`),
      },
    });
    const own = await popup.url();
    await page.call('stray');
    await page.event('ignored');
    await popup.goTo(own);
    await popup.ready();
    await stillWorks(page, popup, ['open', 'navigate', 'ignored']);
  });

  test('a sandboxed frame, whose origin is "null", is not accepted', async () => {
    const { page, popup } = await opened();
    await addFrame(page, { sandbox: 'allow-scripts', src: `${origin('dialog.localhost')}/pages/inline-attacker.html` });
    await page.messagesFrom('null');
    await stillWorks(page, popup);
  });

  test('a data: frame, whose origin is "null", is not accepted', async () => {
    const { page, popup } = await opened();
    const html =
      '<script>parent.postMessage({ type: "tray.authpopup.finish", authId: "auth-forged" }, "*")</' + 'script>';
    await addFrame(page, { src: `data:text/html,${encodeURIComponent(html)}` });
    await page.messagesFrom('null');
    await stillWorks(page, popup);
  });

  test('our own window with an opaque origin is ignored as "null"', async () => {
    const { page, popup } = await opened();
    const own = await popup.url();
    const sandboxed = browser.server.dialog(() => {}, {
      page: 'inline-attacker.html',
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
    });
    await popup.goTo(`/external/auth/create/acme?code=${sandboxed}`);
    await page.messagesFrom('null');
    assert.equal((await page.event('ignored')).origin, 'null');
    await popup.goTo(own);
    await popup.ready();
    await stillWorks(page, popup, ['open', 'navigate', 'ignored']);
  });

  test("hosts that only look like the dialog's are not accepted", async () => {
    const { page, popup } = await opened();
    for (const host of [
      'xdialog.localhost',
      'dialog.localhost.evil.localhost',
      'dialog-localhost.localhost',
      'localhost',
    ]) {
      await addFrame(page, { src: `${origin(host)}${ATTACKER}` });
      await page.messagesFrom(origin(host));
    }
    await stillWorks(page, popup);
  });

  test('upper case, an international name and a port are compared as the browser writes them', async () => {
    for (const dialogHost of ['DIALOG.Localhost', 'bücher.localhost', 'xn--bcher-kva.localhost', '127.0.0.1']) {
      const { page, popup } = await opened({ dialogHost });
      await popup.run(() => window.dialog.finish('auth-true'));
      assert.equal((await page.result()).authId, 'auth-true', dialogHost);
      await popup.gone();
    }
  });

  test('extraOrigins widen the origins by exactly those', async () => {
    const { page, popup } = await opened({ options: { extraOrigins: [origin('SECOND.localhost')] } });
    await popup.goTo(`${origin('third.localhost')}${ATTACKER}`);
    await page.messagesFrom(origin('third.localhost'));
    assert.equal((await page.event('ignored')).origin, origin('third.localhost'));
    await popup.goTo(`${origin('second.localhost')}${ATTACKER}?authId=auth-extra`);
    assert.equal((await page.result()).authId, 'auth-extra');
  });
});

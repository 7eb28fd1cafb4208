// The modal: what a person can do with it by mouse and keyboard, and that it leaves the page as it was.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { findModalFrame, Modal } from './harness/modal.mjs';
import { suite } from './harness/suite.mjs';

suite('modal', ({ test, browser }) => {
  const handlers = {
    open: (h, { code, options }) =>
      h.open(h.create({ authorizationCode: code ?? h.promise('code'), display: 'modal', ...options })),
    close: (h) => h.handle().close(),
    focus: (h) => h.handle().focus(),
    elsewhere: () => {},
  };

  const opened = async ({ script, options, headers, host } = {}) => {
    const page = await browser.open(handlers, {
      args: { code: browser.server.dialog(script), options },
      headers,
      host,
    });
    await page.click();
    const modal = await new Modal(page).shown();
    return { page, modal, frame: browser.frameOf(page, findModalFrame) };
  };

  const closedBy = async (page, by) => {
    await page.failure('closed');
    const { dialog } = (await page.report()).dialogs;
    assert.deepEqual(
      dialog.events.filter(({ type }) => type === 'close'),
      [{ type: 'close', by }],
    );
    assert.equal(await page.run(() => document.body.querySelectorAll(':scope > div').length), 0, 'the modal is gone');
  };

  test('a finish gives the result, and the page is what it was', async () => {
    const page = await browser.open(handlers, { args: { code: browser.server.dialog() } });
    const before = await page.run(() => [document.documentElement.outerHTML, document.adoptedStyleSheets.length]);
    await page.click();
    await new Modal(page).shown();
    const frame = await browser.frameOf(page, findModalFrame).ready();
    await frame.click('#finish');
    assert.deepEqual((await page.result()).authValue, {
      externalId: 'external_slack_authentication',
      authId: 'auth-1',
    });
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    assert.deepEqual(
      await page.run(() => [document.documentElement.outerHTML, document.adoptedStyleSheets.length]),
      before,
    );
    await page.returnsToBaseline();
  });

  test('its close button: closed, by the user', async () => {
    const { page, modal } = await opened();
    await modal.click('close');
    await closedBy(page, 'user');
  });

  test('Esc right after opening: closed, by the user', async () => {
    const { page, modal } = await opened();
    await modal.press(Key.ESCAPE);
    await closedBy(page, 'user');
  });

  test('Esc while the code is on its way: closed, by the user', async () => {
    const page = await browser.open(handlers);
    await page.click();
    const modal = await new Modal(page).shown();
    await modal.press(Key.ESCAPE);
    await closedBy(page, 'user');
  });

  test('Esc after the focus was in the frame and came back: closed, by the user', async () => {
    const { page, modal, frame } = await opened({});
    await frame.ready();
    await modal.clickInFrame();
    assert.equal(await modal.focused(), 'frame');
    await (await modal.part('title')).click();
    await modal.press(Key.ESCAPE);
    await closedBy(page, 'user');
  });

  test('a click beside it: closed, by the user', async () => {
    const { page, modal } = await opened();
    await modal.clickBeside();
    await closedBy(page, 'user');
  });

  test('closeOnBackdrop: false: a click beside it does nothing, Esc still closes', async () => {
    const { page, modal } = await opened({ options: { frame: { closeOnBackdrop: false } } });
    await modal.clickBeside();
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    await modal.press(Key.ESCAPE);
    await closedBy(page, 'user');
  });

  test('a click on its own edge, such as the room for a notch, is not beside it', async () => {
    const { page, modal } = await opened({ options: { frame: { className: 'edged' } } });
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.edged::part(dialog) { padding: 40px }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    const { x, y } = await modal.rectangle();
    const at = { x: Math.round(x + 20), y: Math.round(y + 20) };
    await browser.driver.actions().move(at).press().release().perform();
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    await modal.click('close');
    await closedBy(page, 'user');
  });

  test('a press that begins inside and ends beside it, as when a text is selected, does not close', async () => {
    const { page, modal } = await opened();
    const title = await modal.part('title');
    await browser.driver.actions().move({ origin: title }).press().move({ x: 4, y: 4 }).release().perform();
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    await modal.click('close');
    await closedBy(page, 'user');
  });

  test('a press that begins beside it and ends inside, as of one who changes their mind, does not close', async () => {
    const { page, modal } = await opened();
    const title = await modal.part('title');
    await browser.driver.actions().move({ x: 4, y: 4 }).press().move({ origin: title }).release().perform();
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    await modal.click('close');
    await closedBy(page, 'user');
  });

  test('the dialog says close: closed, by the dialog', async () => {
    const { page, frame } = await opened();
    await frame.ready();
    await frame.run(() => window.dialog.post({ type: 'tray.authpopup.close' }));
    await closedBy(page, 'dialog');
  });

  test('close(): closed, by the app', async () => {
    const { page, frame } = await opened();
    await frame.ready();
    await page.call('close');
    await closedBy(page, 'app');
  });

  test('on a close it goes at once, and a finish within the grace still wins', async () => {
    const { page, modal } = await opened({
      options: { closeGrace: 60_000 },
      script: (dialog) => addEventListener('message', () => dialog.finish('auth-1')),
    });
    await browser.frameOf(page, findModalFrame).ready();
    await page.run((find) => (window.frame = new Function(`return (${find})()`)()), findModalFrame.toString());
    await modal.press(Key.ESCAPE);
    await modal.gone();
    // The browser closes it by itself, and tells of it a little later.
    await page.until('the close', ({ dialogs }) => dialogs.dialog.state === 'closing');
    await page.run(() => window.frame.contentWindow.postMessage('go on', '*'));
    assert.equal((await page.result()).authId, 'auth-1');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });

  test('a second Esc during the grace is not heard by anything else', async () => {
    const { page, modal } = await opened({ options: { closeGrace: 300 } });
    await modal.press(Key.ESCAPE);
    await modal.press(Key.ESCAPE);
    await closedBy(page, 'user');
  });

  test('an error of the dialog closes it', async () => {
    const { page, modal, frame } = await opened();
    await frame.ready();
    await frame.run(() => window.dialog.post({ type: 'tray.authPopup.error', error: 'no' }));
    await page.failure('dialog_error');
    await modal.gone();
  });

  test('a provider that fails closes it', async () => {
    const page = await browser.open(handlers);
    await page.click();
    const modal = await new Modal(page).shown();
    await page.reject('code', 'back end says 503');
    await page.failure('code_failed');
    await modal.gone();
  });

  test('it says that it is loading until the frame has loaded', async () => {
    const page = await browser.open(handlers);
    await page.click();
    const modal = await new Modal(page).shown();
    const loading = await modal.part('loading');
    assert.equal(
      await page.run((part) => [part.textContent, part.getAttribute('role')], loading).then(String),
      'Loading…,status',
    );
    await page.resolve('code', browser.server.dialog());
    await browser.frameOf(page, findModalFrame).ready();
    assert.equal(await modal.has('loading'), false);
  });

  test('its texts are those of labels, and the frame has a title of its own', async () => {
    const labels = { title: 'Conecta tu cuenta', close: 'Cerrar', loading: 'Cargando…' };
    const page = await browser.open(handlers, {
      args: { code: null, options: { labels, frame: { title: 'Autenticación', className: 'acme' } } },
    });
    await page.click();
    const modal = await new Modal(page).shown();
    const texts = await page.run(
      (dialog) => ({
        title: dialog.querySelector('h2').textContent,
        named: dialog.getRootNode().getElementById(dialog.getAttribute('aria-labelledby')).textContent,
        close: dialog.querySelector('[part=close]').getAttribute('aria-label'),
        loading: dialog.querySelector('[part=loading]').textContent,
        frame: dialog.querySelector('iframe').title,
        className: dialog.getRootNode().host.className,
      }),
      modal.dialog,
    );
    assert.deepEqual(texts, {
      title: labels.title,
      named: labels.title,
      close: labels.close,
      loading: labels.loading,
      frame: 'Autenticación',
      className: 'acme',
    });
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
  });

  test('two modals: Esc closes the upper one first', async () => {
    const { page, modal } = await opened();
    await page.call('open');
    await page.until('the second modal', ({ dialogs }) => dialogs.dialog.events.length > 0);
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
    assert.ok(await new Modal(page).shown(), 'the first is still there');
    await modal.press(Key.ESCAPE);
    await modal.gone();
  });
});

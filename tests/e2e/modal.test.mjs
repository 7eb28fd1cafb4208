// The modal: what a person can do with it by mouse and keyboard, and that it leaves the page as it was.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { suite } from './harness/suite.mjs';

suite('modal', ({ test, browser }) => {
  const prepared = (how) => browser.prepared({ display: 'modal', ...how });
  const opened = async (how) => {
    const page = await prepared(how);
    await page.click();
    return { page, modal: await page.modal() };
  };
  const closedBy = async (page, by) => {
    await page.closedBy(by);
    assert.equal(await page.run(() => document.body.querySelectorAll(':scope > div').length), 0, 'the modal is gone');
  };
  const isOpen = async (page) => assert.equal((await page.report()).dialogs.dialog.state, 'open');
  const mouse = () => browser.driver.actions();

  test('a finish gives the result, and the page is what it was', async () => {
    const page = await prepared();
    const look = () => page.run(() => [document.documentElement.outerHTML, document.adoptedStyleSheets.length]);
    const before = await look();
    await page.click();
    await page.modal();
    await (await page.dialog()).click('#finish');
    const { authValue } = await page.result();
    assert.deepEqual(authValue, { externalId: 'external_slack_authentication', authId: 'auth-1' });
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    assert.deepEqual(await look(), before);
    await page.returnsToBaseline();
  });

  const ways = {
    'Esc right after opening': { leave: (modal) => modal.press(Key.ESCAPE) },
    'Esc while the code is on its way': { how: { code: null }, leave: (modal) => modal.press(Key.ESCAPE) },
    'a second Esc during the grace, which is not heard by anything else': {
      how: { options: { closeGrace: 300 } },
      leave: (modal) => modal.press(Key.ESCAPE, Key.ESCAPE),
    },
    'the dialog says close': {
      leave: async ({ page }) => (await page.dialog()).post({ type: 'tray.authpopup.close' }),
      by: 'dialog',
    },
    'close()': { leave: ({ page }) => page.call('close'), by: 'app' },
  };
  for (const [what, { how, leave, by = 'user' }] of Object.entries(ways)) {
    test(`${what}: closed, by the ${by}`, async () => {
      const { page, modal } = await opened(how);
      await leave(modal);
      await closedBy(page, by);
    });
  }

  const presses = {
    'a click beside it, with closeOnBackdrop: false': {
      frame: { closeOnBackdrop: false },
      press: (modal) => modal.clickBeside(),
    },
    'a click on its own edge, such as the room for a notch, which is not beside it': {
      frame: { className: 'edged' },
      press: async (modal) => {
        await modal.page.style('.edged::part(dialog) { padding: 40px }');
        const { x, y } = await modal.rectangle();
        await mouse()
          .move({ x: Math.round(x + 20), y: Math.round(y + 20) })
          .press()
          .release()
          .perform();
      },
    },
    'a press that begins inside and ends beside it, as when a text is selected': {
      press: async (modal) => {
        const origin = await modal.part('title');
        await mouse().move({ origin }).press().move({ x: 4, y: 4 }).release().perform();
      },
    },
    'a press that begins beside it and ends inside, as of one who changes their mind': {
      press: async (modal) => {
        const origin = await modal.part('title');
        await mouse().move({ x: 4, y: 4 }).press().move({ origin }).release().perform();
      },
    },
  };
  for (const [what, { frame = {}, press }] of Object.entries(presses)) {
    test(`${what}, does not close; Esc still does`, async () => {
      const { page, modal } = await opened({ options: { frame } });
      await press(modal);
      await isOpen(page);
      await modal.press(Key.ESCAPE);
      await closedBy(page, 'user');
    });
  }

  test('on a close it goes at once, and a finish within the grace still wins', async () => {
    const { page, modal } = await opened({
      options: { closeGrace: 60_000 },
      script: (dialog) => addEventListener('message', () => dialog.finish('auth-1')),
    });
    const frame = await page.dialog();
    await page.run((find) => (window.frame = new Function(`return (${find})()`)()), frame.find.toString());
    await modal.press(Key.ESCAPE);
    await modal.gone();
    // The browser closes it by itself, and tells of it a little later.
    await page.until('the close', ({ dialogs }) => dialogs.dialog.state === 'closing');
    await page.run(() => window.frame.contentWindow.postMessage('go on', '*'));
    await page.finishes();
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });

  for (const [code, how, fails] of [
    ['dialog_error', {}, async (page) => (await page.dialog()).post({ type: 'tray.authPopup.error', error: 'no' })],
    ['code_failed', { code: null }, (page) => page.reject('code', 'back end says 503')],
  ]) {
    test(`${code} takes it away`, async () => {
      const { page, modal } = await opened(how);
      await fails(page);
      await page.failure(code);
      await modal.gone();
    });
  }

  test('it says that it is loading until the frame has loaded', async () => {
    const { page, modal } = await opened({ code: null });
    const loading = await modal.part('loading');
    assert.deepEqual(await page.run((part) => [part.textContent, part.role], loading), ['Loading…', 'status']);
    await page.resolve('code', browser.server.dialog());
    await page.dialog();
    assert.equal(await modal.has('loading'), false);
  });

  test('its texts are those of labels, and the frame has a title of its own', async () => {
    const labels = { title: 'Conecta tu cuenta', close: 'Cerrar', loading: 'Cargando…' };
    const frame = { title: 'Autenticación', className: 'acme' };
    const { page, modal } = await opened({ code: null, options: { labels, frame } });
    const texts = await page.run((dialog) => {
      const root = dialog.getRootNode();
      return {
        title: dialog.querySelector('h2').textContent,
        named: root.getElementById(dialog.getAttribute('aria-labelledby')).textContent,
        close: dialog.querySelector('[part=close]').getAttribute('aria-label'),
        loading: dialog.querySelector('[part=loading]').textContent,
        frame: { title: dialog.querySelector('iframe').title, className: root.host.className },
      };
    }, modal.dialog);
    assert.deepEqual(texts, { ...labels, named: labels.title, frame });
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
  });

  test('two modals: Esc closes the upper one first', async () => {
    const { page, modal } = await opened();
    await page.call('open');
    await page.until('the second modal', ({ dialogs }) => dialogs.dialog.events.length > 0);
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
    assert.ok(await page.modal(), 'the first is still there');
    await modal.press(Key.ESCAPE);
    await modal.gone();
  });
});

// What can be emulated of phones and of browsers within apps: fingers, small windows, a second window that does not come, and
// pages that are thrown away while the dialog is open.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('a touch device', ({ test, browser }) => {
  const devtools = (...command) => browser.session.devtools(...command);
  const phone = { width: 390, height: 844, deviceScaleFactor: 3, mobile: true };
  const tablet = { width: 1024, height: 768, deviceScaleFactor: 2, mobile: true };

  /** Runs a test on such a device. */
  const on = async (device, body) => {
    await devtools('Emulation.setDeviceMetricsOverride', device);
    await devtools('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    try {
      await body();
    } finally {
      await devtools('Emulation.setTouchEmulationEnabled', { enabled: false });
      await devtools('Emulation.clearDeviceMetricsOverride');
    }
  };

  const tapAt = async (at) => {
    await devtools('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await devtools('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const tap = async (target) => {
    const { x, y, width, height } = await browser.driver.executeScript((of) => of.getBoundingClientRect(), target);
    await tapAt({ x: x + width / 2, y: y + height / 2 });
  };
  const tapped = async (how) => {
    const page = await browser.prepared(how);
    await tap(await browser.driver.findElement({ id: 'open' }));
    return page;
  };
  const tappedModal = async () => {
    const page = await tapped({ display: 'modal' });
    return { page, modal: await page.modal() };
  };

  test('a tap opens the window, and its result arrives', () =>
    on(phone, async () => {
      const page = await tapped({ code: browser.finishing() });
      await page.finishes();
      assert.equal(await page.run(() => navigator.maxTouchPoints), 5, 'it is a touch device');
    }));

  test('a modal fills the screen of a phone, and a tap on its button closes it', () =>
    on(phone, async () => {
      const { page, modal } = await tappedModal();
      const { width, height } = await modal.rectangle();
      assert.deepEqual([width, height], await page.run(() => [innerWidth, innerHeight]));
      await tap(await modal.part('close'));
      await page.failure('closed');
    }));

  test('on a tablet a tap beside the modal closes it, and one within does not', () =>
    on(tablet, async () => {
      const { page, modal } = await tappedModal();
      await tap(await modal.part('title'));
      assert.equal((await page.report()).dialogs.dialog.state, 'open');
      await tapAt({ x: 8, y: 8 });
      await page.failure('closed');
    }));
});

suite('a browser within an app', ({ test, browser }) => {
  /** Opens as docs/popup-or-frame.md shows it: in a window, and where there is none, in a modal without another click. */
  const handlers = {
    open: (h, { code }) => {
      const create = (display) => h.create({ authorizationCode: () => code, display });
      h.open(create('popup'));
      h.handle().result.catch(({ code }) => {
        if (code === 'popup_blocked') h.open(create('modal'), 'modal');
      });
    },
  };

  const views = {
    'opens no window': () => {
      window.open = () => null;
    },
    'gives nothing at all': () => {
      window.open = () => undefined;
    },
    'has no `window.open`': () => {
      window.open = undefined;
    },
    'throws in `window.open`': () => {
      window.open = () => {
        throw new Error('not supported');
      };
    },
  };
  for (const [what, view] of Object.entries(views)) {
    test(`that ${what}: popup_blocked, and a modal in its place finishes`, async () => {
      const early = `((${view})(), () => {})`;
      const page = await browser.opened({ code: browser.finishing(), handlers: { early, ...handlers } });
      await page.failure('popup_blocked');
      await page.finishes({ name: 'modal' });
    });
  }
});

suite('a page that is thrown away', ({ test, browser }) => {
  // A phone that is short of memory tells the page of nothing, and reloads it when the person is back.
  const untold = () => {
    window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true);
  };

  test("while a popup is open, and is reloaded: what the window says is nobody's, and a new dialog works", async () => {
    const page = await browser.opened({
      handlers: { early: `((${untold})(), () => {})` },
      args: { second: browser.finishing('auth-2') },
    });
    const popup = await page.dialog();
    await page.run(() => {
      window.old = true;
      location.reload();
    });
    await until('the page to be reloaded', () => page.run(() => !window.old && Boolean(window.harness?.report)));
    assert.equal(await popup.exists(), true, 'nobody has closed it');
    await popup.finish();
    await page.messagesFrom(page.server.origin('dialog.localhost'));
    assert.deepEqual((await page.report()).dialogs, {});
    await page.call('again');
    await page.finishes({ id: 'auth-2', name: 'second' });
    assert.deepEqual(Object.keys((await page.report()).dialogs), ['second']);
  });
});

// Frames that never work: refused by the page's own policy, or silent and never used.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('frames in trouble', ({ test, browser }) => {
  const dialogOrigin = () => browser.server.origin('dialog.localhost');
  /** A page that gives codes by a function, with a modal unless another display is given. */
  const opened = async ({ codes = [browser.server.dialog(), browser.server.dialog()], ...how } = {}) => {
    const page = await browser.opened({ display: 'modal', codes, ...how });
    return Object.assign(page, { codes });
  };
  const stalling = { frame: { stallAfter: 200 } };
  /** A modal that offers to go on in a window. */
  const stalled = async (how) => {
    const page = await opened({ options: stalling, ...how });
    const modal = await page.modal();
    return { page, modal, button: await modal.part('popout') };
  };

  for (const display of ['modal', 'inline']) {
    for (const directive of ['frame-src', 'child-src', 'default-src']) {
      test(`the page's ${directive} refuses the frame of a ${display} dialog: frame_blocked names the directive and the origin`, async () => {
        const policy = directive === 'default-src' ? "default-src 'self' 'wasm-unsafe-eval'" : `${directive} 'self'`;
        const page = await opened({ display, headers: { 'content-security-policy': policy } });
        page.expectProblem(/^csp: /);
        const error = await page.failure('frame_blocked');
        assert.ok(error.message.includes(dialogOrigin()), error.message);
        assert.match(error.message, /frame-src|child-src|default-src/);
        assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'error']);
        assert.equal(await page.run(() => document.querySelectorAll('iframe').length), 0);
      });
    }

    test(`a ${display} frame in which nothing happens: stalled, for information, and the dialog goes on`, async () => {
      const page = await opened({ display, options: stalling });
      await page.event('stalled');
      assert.equal((await page.report()).dialogs.dialog.state, 'open');
      await page.finishes({ place: await page.dialog() });
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'stalled', 'finish']);
    });
  }

  test('a refusal that is only reported, or that is about another frame, does not end the dialog', async () => {
    const page = await opened({
      display: 'inline',
      headers: {
        'content-security-policy': `frame-src ${dialogOrigin()}`,
        'content-security-policy-report-only': "frame-src 'none'",
      },
    });
    page.expectProblem(/^csp: /);
    const dialog = await page.dialog();
    await page.addFrame(`${browser.server.origin('evil.localhost')}/pages/blank.html`);
    await page.until('the refusal', ({ problems }) => problems.some(({ text }) => text.includes('evil.localhost')));
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate']);
    await page.finishes({ place: dialog });
  });

  test('a person who is busy in the frame is never told that it has stalled', async () => {
    const page = await opened({ options: { frame: { stallAfter: 2_500 } } });
    const modal = await page.modal();
    const dialog = await page.dialog();
    await modal.clickInFrame();
    const from = await dialog.run(() => performance.now());
    await dialog.until('the time to pass', (end) => performance.now() > end, from + 3_000);
    await page.finishes({ place: dialog });
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });

  test('the modal offers to open the dialog in a window, with a fresh code, in that very click', async () => {
    const { page, modal, button } = await stalled();
    assert.equal(await button.getText(), 'Trouble? Open in a window');
    assert.equal(await page.run((offer) => offer.parentElement.role, button), 'status', 'it is read out');
    await button.click();
    const popup = await (await page.popup()).ready();
    await modal.gone();
    assert.ok((await popup.url()).includes(page.codes[1]), 'the second code, because a code serves once');
    await page.finishes({ place: popup, id: 'auth-window' });
    await page.windows.allClosed();
    assert.equal(browser.server.dialogRequests(page.codes[0]).length, 1);
  });

  test('in that window: `timeout` goes on from where it was', async () => {
    const { page, button } = await stalled({ options: { timeout: 3_600_000, ...stalling } });
    await page.run(() => {
      const { now } = performance;
      performance.now = () => Reflect.apply(now, performance, []) + 3_599_000;
    });
    await button.click();
    await page.failure('timeout');
    await page.windows.allClosed();
  });

  test('in that window: a page whose clock says that there was a focus event does not end it', async () => {
    const { page, button } = await stalled();
    await page.run(() => {
      const { now } = performance;
      performance.now = () => {
        window.dispatchEvent(new Event('focus'));
        return Reflect.apply(now, performance, []);
      };
    });
    await button.click();
    await page.finishes({ place: await (await page.popup()).ready() });
  });

  test('in that window: the user closes it: closed, by the user', async () => {
    const { page, button } = await stalled();
    await button.click();
    await (await (await page.popup()).ready()).close();
    await page.closedBy('user');
  });

  for (const [name, how, code] of [
    ['a page that closes it when it has the focus back, in that very click', 'close', 'closed'],
    ['a page that aborts it when it has the focus back, in that very click', 'abort', 'aborted'],
  ]) {
    test(name, async () => {
      const codes = [browser.server.dialog(), browser.server.dialog()];
      const open = (h, { codes, how }) => {
        const controller = new AbortController();
        const given = { authorizationCode: () => codes.shift(), signal: controller.signal, frame: { stallAfter: 200 } };
        const dialog = h.open(h.create({ ...given, display: 'modal' }));
        const end = () => {
          h.note(dialog.state);
          if (how === 'close') dialog.close();
          else controller.abort();
        };
        document.getElementById('open').addEventListener('focus', end, { once: true });
      };
      const page = await browser.prepared({ codes, args: { how }, handlers: { open } });
      // The modal gives the focus back to what had it.
      await page.run(() => document.getElementById('open').focus());
      await page.click();
      await (await page.modal()).click('popout');
      await page.failure(code);
      assert.equal(await page.note(), 'open', 'the dialog goes on');
      await page.windows.allClosed();
      assert.equal(browser.server.dialogRequests(codes[1]).length, 0);
    });
  }

  test('when the browser blocks that window, the modal says so and goes on', async () => {
    const { page, modal, button } = await stalled();
    await page.run(() => {
      window.open = () => null;
    });
    await button.click();
    assert.match(await (await modal.part('problem')).getText(), /blocked/i);
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    await page.finishes({ place: await page.dialog() });
  });

  test('with a string as code, which is spent, it says that the page must start again', async () => {
    const page = await browser.opened({ display: 'modal', options: stalling });
    const modal = await page.modal();
    assert.match(await (await modal.part('restart')).getText(), /start again/);
    assert.equal(await modal.has('popout'), false);
    await modal.click('close');
    await page.failure('closed');
  });

  for (const [name, value] of [
    ['x-frame-options', 'DENY'],
    ['content-security-policy', "frame-ancestors 'none'"],
  ]) {
    test(`a dialog that refuses to be framed by ${name} is not frame_blocked: it stalls, and a window helps`, async () => {
      const codes = [browser.server.dialog(() => {}, { headers: { [name]: value } }), browser.finishing('auth-window')];
      const { page, button } = await stalled({ codes });
      await page.event('stalled');
      await button.click();
      await page.finishes({ id: 'auth-window' });
    });
  }

  const coop = { headers: { 'cross-origin-opener-policy': 'same-origin' } };
  for (const [where, how] of [
    ['host', coop],
    ['dialog', { served: coop }],
  ]) {
    test(`COOP on the ${where} does not disturb a frame`, async () => {
      const script = (dialog) => dialog.finish();
      await (await browser.opened({ display: 'modal', script, ...how })).finishes();
    });
  }
});

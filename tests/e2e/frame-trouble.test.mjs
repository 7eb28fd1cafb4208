// Frames that do not come to life: refused by the page's own policy, or silent and never used.
import assert from 'node:assert/strict';
import { findModalFrame, Modal } from './harness/modal.mjs';
import { suite } from './harness/suite.mjs';

suite('frames in trouble', ({ test, browser }) => {
  const handlers = {
    open: (h, { codes, options, display, asString }) => {
      const place = display === 'inline' ? document.getElementById('main') : 'modal';
      h.open(
        h.create({ authorizationCode: asString ? codes.shift() : () => codes.shift(), display: place, ...options }),
      );
    },
    block: () => {
      window.open = () => null;
    },
  };

  const opened = async ({ codes, headers, options, display = 'modal', asString } = {}) => {
    const page = await browser.open(handlers, {
      headers,
      args: { codes: codes ?? [browser.server.dialog()], options, display, asString },
    });
    await page.click();
    return page;
  };

  for (const display of ['modal', 'inline']) {
    for (const directive of ['frame-src', 'child-src', 'default-src']) {
      test(`the page's ${directive} refuses the frame of a ${display} dialog: frame_blocked names the directive and the origin`, async () => {
        const policy = directive === 'default-src' ? "default-src 'self' 'wasm-unsafe-eval'" : `${directive} 'self'`;
        const page = await opened({ display, headers: { 'content-security-policy': policy } });
        page.expectProblem(/^csp: /);
        const error = await page.failure('frame_blocked');
        assert.ok(error.message.includes(browser.server.origin('dialog.localhost')), error.message);
        assert.match(error.message, /frame-src|child-src|default-src/);
        assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'error']);
        assert.equal(await page.run(() => document.querySelectorAll('iframe').length), 0);
      });
    }
  }

  test('a refusal that is only reported, or that is about another frame, does not end the dialog', async () => {
    const page = await opened({
      display: 'inline',
      headers: {
        'content-security-policy': `frame-src ${browser.server.origin('dialog.localhost')}`,
        'content-security-policy-report-only': "frame-src 'none'",
      },
    });
    page.expectProblem(/^csp: /);
    const dialog = await browser.frameOf(page, () => document.querySelector('#main iframe')).ready();
    await page.run(
      (url) => {
        const other = document.createElement('iframe');
        other.src = url;
        document.body.append(other);
      },
      `${browser.server.origin('evil.localhost')}/pages/blank.html`,
    );
    await page.until('the refusal', ({ problems }) => problems.some(({ text }) => text.includes('evil.localhost')));
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate']);
    await dialog.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
  });

  for (const display of ['modal', 'inline']) {
    test(`a ${display} frame in which nothing happens: stalled, for information, and the dialog goes on`, async () => {
      const page = await opened({ display, options: { frame: { stallAfter: 200 } } });
      await page.event('stalled');
      assert.equal((await page.report()).dialogs.dialog.state, 'open');
      const find = display === 'modal' ? findModalFrame : () => document.querySelector('#main iframe');
      const dialog = await browser.frameOf(page, find).ready();
      await dialog.run(() => window.dialog.finish('auth-1'));
      assert.equal((await page.result()).authId, 'auth-1');
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'stalled', 'finish']);
    });
  }

  test('a person who is busy in the frame is never told that it has stalled', async () => {
    const page = await opened({
      options: { frame: { stallAfter: 2_500 } },
    });
    const modal = await new Modal(page).shown();
    const dialog = await browser.frameOf(page, findModalFrame).ready();
    await modal.clickInFrame();
    const from = await dialog.run(() => performance.now());
    await dialog.until('the time to pass', (end) => performance.now() > end, from + 3_000);
    await dialog.run(() => window.dialog.finish('auth-1'));
    await page.result();
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });

  test('the modal offers to open the dialog in a window, with a fresh code, in that very click', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await opened({ codes: [...codes], options: { frame: { stallAfter: 200 } } });
    const modal = await new Modal(page).shown();
    const button = await modal.part('popout');
    assert.equal(await button.getText(), 'Trouble? Open in a window');
    assert.equal(await page.run((offer) => offer.parentElement.role, button), 'status', 'it is read out');
    await button.click();
    const popup = await (await page.popup()).ready();
    await modal.gone();
    assert.ok((await popup.url()).includes(codes[1]), 'the second code, because a code serves once');
    await popup.run(() => window.dialog.finish('auth-window'));
    assert.equal((await page.result()).authId, 'auth-window');
    await page.windows.allClosed();
    assert.equal(browser.server.dialogRequests(codes[0]).length, 1);
  });

  test('in that window: `timeout` goes on from where it was', async () => {
    const page = await opened({
      codes: [browser.server.dialog(), browser.server.dialog()],
      options: { timeout: 3_600_000, frame: { stallAfter: 200 } },
    });
    const modal = await new Modal(page).shown();
    await modal.part('popout');
    await page.run(() => {
      const { now } = performance;
      performance.now = () => Reflect.apply(now, performance, []) + 3_599_000;
    });
    await modal.click('popout');
    await page.failure('timeout');
    await page.windows.allClosed();
  });

  test('in that window: closed by the user is closed', async () => {
    const page = await opened({
      codes: [browser.server.dialog(), browser.server.dialog()],
      options: { frame: { stallAfter: 200 } },
    });
    await (await new Modal(page).shown()).click('popout');
    await (await (await page.popup()).ready()).close();
    await page.failure('closed');
    assert.equal((await page.event('close')).by, 'user');
  });

  for (const [name, how, code] of [
    ['a page that closes it when it has the focus back, in that very click', 'close', 'closed'],
    ['a page that aborts it when it has the focus back, in that very click', 'abort', 'aborted'],
  ]) {
    test(name, async () => {
      const codes = [browser.server.dialog(), browser.server.dialog()];
      const page = await browser.open(
        {
          open: (h, { codes, how }) => {
            const controller = new AbortController();
            const dialog = h.open(
              h.create({
                authorizationCode: () => codes.shift(),
                display: 'modal',
                signal: controller.signal,
                frame: { stallAfter: 200 },
              }),
            );
            const end = () => {
              h.note(dialog.state);
              if (how === 'close') dialog.close();
              else controller.abort();
            };
            document.getElementById('open').addEventListener('focus', end, { once: true });
          },
        },
        { args: { codes, how } },
      );
      // The modal gives the focus back to what had it.
      await page.run(() => document.getElementById('open').focus());
      await page.click();
      await (await new Modal(page).shown()).click('popout');
      await page.failure(code);
      assert.equal(await page.note(), 'open', 'the dialog goes on');
      await page.windows.allClosed();
      assert.equal(browser.server.dialogRequests(codes[1]).length, 0);
    });
  }

  test('when the browser blocks that window, the modal says so and goes on', async () => {
    const page = await opened({
      codes: [browser.server.dialog(), browser.server.dialog()],
      options: { frame: { stallAfter: 200 } },
    });
    const modal = await new Modal(page).shown();
    await modal.part('popout');
    await page.call('block');
    await modal.click('popout');
    assert.match(await (await modal.part('problem')).getText(), /blocked/i);
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    const dialog = await browser.frameOf(page, findModalFrame).ready();
    await dialog.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
  });

  test('with a string as code, which is spent, it says that the page must start again', async () => {
    const page = await opened({ asString: true, options: { frame: { stallAfter: 200 } } });
    const modal = await new Modal(page).shown();
    assert.match(await (await modal.part('restart')).getText(), /start again/);
    assert.equal(await modal.has('popout'), false);
    await modal.click('close');
    await page.failure('closed');
  });

  for (const name of ['x-frame-options', 'content-security-policy']) {
    test(`a dialog that refuses to be framed by ${name} is not concluded from silence: it stalls, and a window helps`, async () => {
      const headers = { [name]: name === 'x-frame-options' ? 'DENY' : "frame-ancestors 'none'" };
      const codes = [
        browser.server.dialog(() => {}, { headers }),
        browser.server.dialog((dialog) => dialog.finish('auth-window')),
      ];
      const page = await opened({ codes, options: { frame: { stallAfter: 300 } } });
      await page.event('stalled');
      await (await new Modal(page).shown()).click('popout');
      assert.equal((await page.result()).authId, 'auth-window');
    });
  }

  for (const where of ['host', 'dialog']) {
    test(`COOP on the ${where} does not disturb a frame`, async () => {
      const coop = { 'cross-origin-opener-policy': 'same-origin' };
      const page = await opened({
        codes: [
          browser.server.dialog((dialog) => dialog.finish('auth-1'), { headers: where === 'dialog' ? coop : {} }),
        ],
        headers: where === 'host' ? coop : {},
      });
      assert.equal((await page.result()).authId, 'auth-1');
    });
  }
});

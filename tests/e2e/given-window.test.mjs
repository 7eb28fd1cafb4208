// A dialog in a window that the page opened itself: that window is used, and nothing of its old page gets through.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('given windows', ({ test, browser }) => {
  test('a given window is used, not a new one', async () => {
    const code = browser.server.dialog();
    const page = await browser.open(
      {
        open: (h, { code }) => {
          const own = window.open('', '_blank', 'width=300,height=300');
          h.open(h.create({ authorizationCode: code, popup: { window: own } }));
        },
      },
      { args: { code } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    assert.equal((await page.report()).opens.length, 1, 'only the page itself opened a window');
    assert.equal((await page.windows.others()).length, 1);
    await popup.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
    await popup.gone();
  });

  test('while the code is on its way it shows the line of text, as a window of ours does', async () => {
    const page = await browser.open({
      open: (h) => {
        const own = window.open('/pages/blank.html', '_blank', 'width=300,height=300');
        h.open(h.create({ authorizationCode: h.promise('code'), popup: { window: own }, labels: { waiting: 'Soon' } }));
      },
    });
    await page.click();
    const popup = await page.popup();
    await popup.until('the waiting page', () => document.querySelector('[role=status]')?.textContent === 'Soon');
    await page.resolve('code', browser.server.dialog());
    await popup.ready();
  });

  test('a page that closes the dialog and opens it again in one callback goes on in that window', async () => {
    const code = browser.server.dialog((dialog) => {
      addEventListener('message', ({ data }) => data === 'fail' && dialog.post({ type: 'tray.authpopup.error' }));
    });
    const codes = [code, browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          const own = window.open('', '_blank', 'width=300,height=300');
          const dialog = h.open(
            h.create({
              authorizationCode: () => codes.shift(),
              popup: { window: own },
              closeOnError: false,
              closeGrace: 0,
              onError: () => {
                dialog.close();
                h.follow(() => dialog.retry(), 'again');
              },
            }),
          );
        },
      },
      { args: { codes } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    await page.run(() => instrument.windows[0].postMessage('fail', '*'));
    await page.failure('superseded');
    await popup.until('the new dialog', (code) => location.search.includes(code) && window.dialog?.ready, codes[1]);
    await popup.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result('again')).authId, 'auth-1');
    await popup.gone();
  });

  test('given along with a frame it is not used, and the dialog in it goes on', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          window.own = window.open('', '_blank', 'width=300,height=300');
          h.open(h.create({ authorizationCode: codes[0], popup: { window: window.own } }), 'first');
        },
        modal: (h, { codes }) =>
          h.open(h.create({ authorizationCode: codes[1], popup: { window: window.own }, display: 'modal' }), 'second'),
        close: (h) => h.handle('second').close(),
      },
      { args: { codes } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    await page.call('modal');
    await page.event('navigate', 'second');
    await popup.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result('first')).authId, 'auth-1');
    await page.call('close');
    await page.failure('closed', 'second');
  });

  test('gone when the code arrives: it is not navigated, and retry() opens another for the same code', async () => {
    const code = browser.server.dialog((dialog) => dialog.finish('auth-1'));
    const page = await browser.open({
      open: (h) => {
        window.own = window.open('', '_blank', 'width=300,height=300');
        h.open(h.create({ authorizationCode: h.promise('code'), popup: { window: window.own } }));
      },
      goneThenCode: (h, _, code) => {
        window.own.close();
        h.settle('code', 'resolve', code);
      },
      retry: (h) => h.follow(() => h.handle().retry(), 'second'),
    });
    await page.click();
    // What is closed before it has come up comes back in WebKit: `closed` is true and then false.
    await (await page.popup()).url();
    await page.call('goneThenCode', code);
    await page.failure('closed');
    assert.deepEqual(await page.eventTypes(), ['open', 'close']);
    assert.equal(browser.server.dialogRequests(code).length, 0);
    await page.windows.allClosed();
    await page.click('retry');
    assert.equal((await page.result('second')).authId, 'auth-1');
  });

  test('two different given windows each get their own', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        own1: () => (window.own1 = window.open('', '_blank', 'width=300,height=300')),
        own2: () => (window.own2 = window.open('', '_blank', 'width=300,height=300')),
        open: (h, { codes }) => {
          h.open(h.create({ authorizationCode: codes[0], popup: { window: window.own1 } }), 'first');
          h.open(h.create({ authorizationCode: codes[1], popup: { window: window.own2 } }), 'second');
        },
      },
      { args: { codes } },
    );
    await page.click('own1');
    const first = await page.popup();
    await page.click('own2');
    const second = await page.popup();
    await page.click('open');
    await first.ready();
    await second.ready();
    await second.run(() => window.dialog.finish('auth-second'));
    assert.equal((await page.result('second')).authId, 'auth-second');
    assert.deepEqual((await page.report()).dialogs.first.settlements, []);
    await first.run(() => window.dialog.finish('auth-first'));
    assert.equal((await page.result('first')).authId, 'auth-first');
  });

  test("a window used again supersedes its first dialog, which gets nothing of the second's", async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          window.own = window.open('', '_blank', 'width=300,height=300');
          h.open(h.create({ authorizationCode: codes[0], popup: { window: window.own } }), 'first');
        },
        again: (h, { codes }) =>
          h.open(h.create({ authorizationCode: codes[1], popup: { window: window.own } }), 'second'),
      },
      { args: { codes } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    await page.click('again');
    await page.failure('superseded', 'first');
    await until('the second dialog in the same window', async () => (await popup.url()).includes(codes[1]));
    await popup.ready();
    await popup.run(() => window.dialog.finish('auth-second'));
    assert.equal((await page.result('second')).authId, 'auth-second');
    assert.deepEqual(await page.eventTypes('first'), ['open', 'navigate']);
    assert.deepEqual(
      (await page.report()).dialogs.first.calls.map(({ name }) => name),
      ['onEvent', 'onEvent'],
      'superseded is not an error to report',
    );
  });

  test('a window that a dialog was attached to can be used for a new one, which supersedes it', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          window.own = window.open('', '_blank', 'width=300,height=300');
          h.attach(window.own, { host: h.dialogOrigin }, 'first');
          window.own.location.replace(`${h.dialogOrigin}/external/auth/create/acme?code=${codes[0]}`);
        },
        again: (h, { codes }) =>
          h.open(h.create({ authorizationCode: codes[1], popup: { window: window.own } }), 'second'),
      },
      { args: { codes } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    await page.click('again');
    await page.failure('superseded', 'first');
    await until('the second dialog in the same window', async () => (await popup.url()).includes(codes[1]));
    await popup.ready();
    await popup.run(() => window.dialog.finish('auth-second'));
    assert.equal((await page.result('second')).authId, 'auth-second');
    assert.equal((await page.eventTypes('first')).includes('late-finish'), false);
  });

  test('the opener, and a window that another page opened, are invalid_options', async () => {
    const path = browser.server.visit({
      handlers: {
        opener: (h) =>
          h.open(h.create({ authorizationCode: 'never-used', popup: { window: window.opener } }), 'opener'),
        foreign: (h) =>
          h.open(h.create({ authorizationCode: 'never-used', popup: { window: window.opener.third } }), 'foreign'),
      },
    });
    const outer = await browser.open(
      {
        third: () => (window.third = window.open('', '_blank', 'width=300,height=300')),
        second: (_h, { path }) => window.open(path, '_blank', 'width=400,height=400'),
      },
      { args: { path } },
    );
    await outer.click('third');
    await outer.popup();
    await outer.click('second');
    const second = await outer.popup();
    const inner = await browser.found({ handle: second.handle });
    for (const name of ['opener', 'foreign']) {
      await inner.click(name);
      assert.equal((await inner.thrown(name)).field, 'popup.window', name);
    }
  });

  test('in a frame, parent and top are invalid_options', async () => {
    const path = browser.server.visit({
      handlers: {
        parent: (h) =>
          h.open(h.create({ authorizationCode: 'never-used', popup: { window: window.parent } }), 'parent'),
        top: (h) => h.open(h.create({ authorizationCode: 'never-used', popup: { window: window.top } }), 'top'),
      },
    });
    const page = await browser.open({});
    await page.run((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, path);
    const inner = await browser.found({ frame: 0 });
    for (const name of ['parent', 'top']) {
      await inner.click(name);
      assert.equal((await inner.thrown(name)).field, 'popup.window', name);
    }
  });
});

// A dialog in a window that the page opened itself: that window is used, and messages of its old page are ignored.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('given windows', ({ test, browser }) => {
  const handlers = {
    own: (_h, _args, url = '') => (window.own = window.open(url, '_blank', 'width=300,height=300')),
    /** A dialog in `window.own`, with the next code or with one that the test settles. */
    use: (h, { codes, options }, name, more) => {
      const authorizationCode = codes ? codes.shift() : h.promise('code');
      h.open(h.create({ authorizationCode, popup: { window: window.own }, ...options, ...more }), name);
    },
    open: (h) => {
      h.call('own');
      h.call('use', 'first');
    },
    again: (h) => h.call('use', 'second'),
  };
  const opened = async (how) => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.opened({ codes, ...how, handlers: { ...handlers, ...how?.handlers } });
    return Object.assign(page, { codes });
  };
  const secondIn = (popup, { codes }) =>
    popup.until('the second dialog', (code) => location.search.includes(code) && window.dialog?.ready, codes[1]);

  test('a given window is used, not a new one', async () => {
    const page = await opened();
    const popup = await page.dialog();
    assert.equal((await page.report()).opens.length, 1, 'only the page itself opened a window');
    assert.equal((await page.windows.others()).length, 1);
    await page.finishes({ place: popup, name: 'first' });
    await popup.gone();
  });

  test('until the code arrives it shows the waiting text, as our own window does', async () => {
    const open = (h) => {
      h.call('own', '/pages/blank.html');
      h.call('use', 'first', { labels: { waiting: 'Soon' } });
    };
    const page = await opened({ codes: undefined, handlers: { open } });
    const popup = await page.popup();
    await popup.until('the waiting page', () => document.querySelector('[role=status]')?.textContent === 'Soon');
    await page.resolve('code', browser.server.dialog());
    await popup.ready();
  });

  test('a page that closes the dialog and opens it again in one callback goes on in that window', async () => {
    const open = (h, { codes, options }) => {
      const popup = { window: h.call('own') };
      const onError = () => {
        h.handle('first').close();
        h.follow(() => h.handle('first').retry(), 'second');
      };
      h.open(h.create({ authorizationCode: () => codes.shift(), popup, onError, ...options }), 'first');
    };
    const page = await opened({ options: { closeOnError: false, closeGrace: 0 }, handlers: { open } });
    const popup = await page.dialog();
    await popup.post({ type: 'tray.authpopup.error' });
    await page.failure('superseded', 'first');
    await secondIn(popup, page);
    await page.finishes({ place: popup, name: 'second' });
    await popup.gone();
  });

  test('given to a modal it is not used, and the dialog in it goes on', async () => {
    const page = await opened({ handlers: { modal: (h) => h.call('use', 'second', { display: 'modal' }) } });
    const popup = await page.dialog();
    await page.call('modal');
    await page.event('navigate', 'second');
    await page.finishes({ place: popup, name: 'first' });
    await page.call('close', 'second');
    await page.failure('closed', 'second');
  });

  test('closed when the code arrives: it is not navigated, and retry() opens another for the same code', async () => {
    const code = browser.finishing();
    const open = (h) => {
      h.call('own');
      h.call('use', 'dialog');
    };
    const page = await opened({ codes: undefined, handlers: { open } });
    // In WebKit a window that is closed while it opens comes back: `closed` is true and then false.
    await (await page.popup()).url();
    await page.run((given) => {
      window.own.close();
      harness.settle('code', 'resolve', given);
    }, code);
    await page.failure('closed');
    assert.deepEqual(await page.eventTypes(), ['open', 'close']);
    assert.equal(browser.server.dialogRequests(code).length, 0);
    await page.windows.allClosed();
    await page.click('retry');
    await page.finishes({ name: 'second' });
  });

  test('two different given windows each get their own', async () => {
    const page = await opened();
    const first = await page.dialog();
    await page.click('own');
    const second = await page.popup();
    await page.call('again');
    await second.ready();
    await page.finishes({ place: second, id: 'auth-second', name: 'second' });
    assert.deepEqual((await page.report()).dialogs.first.settlements, []);
    await page.finishes({ place: first, id: 'auth-first', name: 'first' });
  });

  const attached = (h, { codes }) => {
    h.call('own');
    h.attach(window.own, { host: h.dialogOrigin }, 'first');
    window.own.location.replace(h.address(codes.shift()));
  };
  for (const [what, open, events] of [
    ['used again', handlers.open, ['open', 'navigate']],
    ['that a dialog was attached to, used for a new one', attached, ['open']],
  ])
    test(`a window ${what}, supersedes its first dialog, which gets nothing of the second's`, async () => {
      const page = await opened({ handlers: { open } });
      const popup = await page.dialog();
      await page.click('again');
      await page.failure('superseded', 'first');
      await secondIn(popup, page);
      await page.finishes({ place: popup, id: 'auth-second', name: 'second' });
      assert.deepEqual(await page.eventTypes('first'), events);
      const { calls } = (await page.report()).dialogs.first;
      assert.ok(!calls.some(({ name }) => name !== 'onEvent'), 'superseded is not an error to report');
    });

  /** Handlers that each give one of these windows. */
  const trying = (windows) =>
    Object.fromEntries(
      Object.entries(windows).map(([name, expression]) => [
        name,
        `(h) => h.open(h.create({ authorizationCode: 'never-used', popup: { window: ${expression} } }), '${name}')`,
      ]),
    );
  const allRefused = async (page, names) => {
    for (const name of names) {
      await page.click(name);
      assert.equal((await page.thrown(name)).field, 'popup.window', name);
    }
  };

  test('the opener, and a window that another page opened, are invalid_options', async () => {
    const path = browser.server.visit({
      handlers: trying({ opener: 'window.opener', foreign: 'window.opener.own' }),
    });
    const outer = await browser.open(
      { ...handlers, page: (_h, { path }) => window.open(path, '_blank', 'width=400,height=400') },
      { args: { path } },
    );
    await outer.click('own');
    await outer.popup();
    await outer.click('page');
    await allRefused(await browser.found({ handle: (await outer.popup()).handle }), ['opener', 'foreign']);
  });

  test('in a frame, parent and top are invalid_options', async () => {
    const inner = await browser.framed({ handlers: trying({ parent: 'window.parent', top: 'window.top' }) });
    await allRefused(inner, ['parent', 'top']);
  });
});

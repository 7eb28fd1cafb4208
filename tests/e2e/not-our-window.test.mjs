// What `window.open` gives where something has replaced it: only a new window that this page opened becomes a dialog. All
// else is popup_blocked, and nothing is navigated, written into or closed that belongs to somebody else.
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { entryFile, packageFolder } from './harness/package-files.mjs';
import { findModalFrame } from './harness/modal.mjs';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

/** What the page's `window.open` gives, which is no window for a dialog; `real` is the browser's own `open`. */
const decoys = {
  "a hidden iframe's window": () => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.body.append(frame);
    return frame.contentWindow;
  },
  'the page itself': () => window,
  "a Proxy of the page's window": () => new Proxy(window, {}),
  "a Proxy of the page's window that says it is a window of its own": () => {
    const proxy = new Proxy(window, {
      get(target, name) {
        if (['window', 'self', 'top'].includes(name)) return proxy;
        if (name === 'opener') return target;
        if (name === 'close') return () => target.harness.note('closed');
        return typeof target[name] === 'function' ? target[name].bind(target) : target[name];
      },
    });
    return proxy;
  },
  'a plain object that has what a window has': (h) => ({
    closed: false,
    opener: window,
    location: { replace: () => h.note('navigated') },
    document: { write: () => h.note('written to'), body: document.createElement('body') },
    close: () => h.note('closed'),
    postMessage() {},
  }),
  'a plain object without `closed`': (h) => ({ location: { replace: () => h.note('navigated') } }),
  'an object that throws whatever is read': () =>
    new Proxy(
      {},
      {
        get() {
          throw new Error('not here');
        },
      },
    ),
  // Windows that nobody can use as a dialog: they are closed.
  'a window that was given no opener': (_h, _args, real) => {
    const popup = real('', '_blank', 'width=300,height=300');
    popup.opener = null;
    return popup;
  },
  'a window whose `closed` says neither yes nor no': (_h, _args, real) => {
    const popup = real('', '_blank', 'width=300,height=300');
    Object.defineProperty(popup, 'closed', { value: 'no' });
    return popup;
  },
};

/** Opens a dialog while `window.open` gives what the handler `decoy` makes, and again as the browser made it. */
const handlers = {
  open: (h, { code, options }) => {
    const { open } = window;
    window.open = () => h.call('decoy', open);
    h.open(h.create({ authorizationCode: () => code, ...options }));
    window.open = open;
  },
};

suite('windows that are not ours', ({ test, browser, engine }) => {
  /** A page whose `window.open` gives what the handler `decoy` makes while it opens a dialog. */
  const prepared = (decoy) => browser.prepared({ code: browser.finishing(), handlers: { ...handlers, decoy } });

  for (const [what, decoy] of Object.entries(decoys)) {
    test(`window.open gives ${what}: popup_blocked, and retry() succeeds when it is whole again`, async () => {
      const page = await prepared(decoy);
      const text = () => document.title + document.body.textContent;
      const before = await page.run(text);
      await page.click();
      const { message } = await page.failure('popup_blocked');
      assert.match(message, /extension has replaced it/);
      await page.windows.allClosed();
      assert.equal(await page.run(text), before, 'the page is as it was');
      const frames = await page.run(() =>
        [...document.querySelectorAll('iframe')].map(({ contentDocument: { URL, body } }) => URL + body.textContent),
      );
      for (const frame of frames) assert.equal(frame, 'about:blank', 'an iframe is as it was');
      assert.deepEqual((await page.report()).notes, []);
      assert.equal(browser.server.dialogRequests(page.code).length, 0);

      await page.click('retry');
      await page.finishes({ name: 'second' });
    });
  }

  const others = {
    'the page around a page in a frame': { decoy: () => parent, open: (visit) => browser.framed(visit) },
    'the page that has opened a page in a popup': {
      decoy: () => opener,
      open: async (visit) => {
        const args = { path: browser.server.visit(visit) };
        const outer = await browser.open({ second: (_h, { path }) => window.open(path, '_blank') }, { args });
        await outer.click('second');
        return browser.found({ handle: (await outer.popup()).handle });
      },
    },
  };
  for (const [what, { decoy, open }] of Object.entries(others)) {
    test(`window.open gives ${what}: popup_blocked`, async () => {
      const inner = await open({ handlers: { ...handlers, decoy }, args: { code: 'never-used' } });
      await inner.click();
      assert.match((await inner.failure('popup_blocked')).message, /extension has replaced it/);
    });
  }

  // Without the last one the dialog is in the sandbox too, and cannot answer; but it opens.
  for (const sandbox of ['allow-scripts allow-popups allow-popups-to-escape-sandbox', 'allow-scripts allow-popups']) {
    test(`a page without an origin of its own, in the sandbox ${sandbox}: its popup is one`, async () => {
      const { driver, server } = browser;
      const code = browser.finishing();
      const script = `
        import { openAuthDialog } from ${JSON.stringify(packageFolder + entryFile('.'))};
        document.querySelector('button').onclick = () => {
          const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: ${JSON.stringify(code)} };
          const dialog = openAuthDialog({ ...options, host: ${JSON.stringify(server.origin('dialog.localhost'))} });
          dialog.result.then(({ authId }) => (window.outcome = authId), ({ code }) => (window.outcome = code));
        };`;
      // A page without an origin may load no module of a server that says nothing about it.
      const { outputFiles } = await build({
        stdin: { contents: script, resolveDir: packageFolder },
        bundle: true,
        format: 'iife',
        write: false,
      });
      const html = `<!doctype html><title>Sandboxed</title><button>Connect</button><script src="${server.serve(outputFiles[0].text)}"></script>`;
      const path = server.serve(html, { 'content-type': 'text/html', 'content-security-policy': `sandbox ${sandbox}` });
      await driver.get(server.origin('localhost') + path);
      await driver.findElement({ css: 'button' }).click();
      if (sandbox.endsWith('escape-sandbox')) {
        assert.equal(await until('the outcome', () => driver.executeScript(() => window.outcome)), 'auth-1');
      } else {
        await until('the dialog to be asked for', () => server.dialogRequests(code).length > 0);
      }
    });
  }

  test('window.open gives the window that another dialog is in: that one goes on, and is not closed', async () => {
    const page = await browser.opened({
      args: { second: browser.finishing() },
      handlers: {
        open: (h, { code }) => h.open(h.create({ authorizationCode: code }), 'first'),
        shared: (h, { second }) => {
          const { open } = window;
          window.open = () => instrument.windows[0];
          h.open(h.create({ authorizationCode: second }));
          window.open = open;
        },
      },
    });
    const popup = await page.dialog();
    await page.click('shared');
    assert.match((await page.failure('popup_blocked')).message, /a new one for each call/);
    await page.click('retry');
    await page.finishes({ name: 'second' });
    await page.finishes({ place: popup, id: 'auth-first', name: 'first' });
    await popup.gone();
  });

  test('a modal that stalls is not continued in such a window either: it says so and goes on', async () => {
    const page = await browser.opened({
      display: 'modal',
      handlers: {
        decoy: decoys["a hidden iframe's window"],
        open: (h, { code }) =>
          h.open(h.create({ authorizationCode: () => code, display: 'modal', frame: { stallAfter: 200 } })),
        replace: (h) => {
          window.open = () => h.call('decoy');
        },
      },
    });
    const modal = await page.modal();
    await modal.part('popout');
    await page.call('replace');
    await modal.click('popout');
    assert.match(await (await modal.part('problem')).getText(), /blocked/i);
    assert.equal(browser.server.dialogRequests(page.code).length, 1);
    await page.finishes({ place: await browser.frameOf(page, findModalFrame).ready() });
  });

  test('window.open that adds noopener gives no handle: popup_blocked says that a window may be there, and why', async () => {
    const page = await prepared((_h, _args, real) => real('', '_blank', 'width=300,height=300,noopener'));
    await page.click();
    const { message } = await page.failure('popup_blocked');
    for (const cause of [/before any `await`/, /`noopener`/, /<iframe credentialless>/]) assert.match(message, cause);
    await page.popup();
    await page.click('retry');
    await page.finishes({ name: 'second' });
  });

  test('a page in a credentialless frame gets no handle, where there are such frames, and popup_blocked says so', async () => {
    const code = browser.finishing();
    const open = (h) => h.open(h.create({ authorizationCode: () => h.args.code }));
    const inner = await browser.framed({ handlers: { open }, args: { code } }, { credentialless: '' });
    await inner.click();
    // Firefox and WebKit have none: it is a frame like any other there.
    if (engine !== 'chromium') return assert.equal((await inner.result()).authId, 'auth-1');
    assert.match((await inner.failure('popup_blocked')).message, /<iframe credentialless>/);
    assert.equal(browser.server.dialogRequests(code).length, 0);
  });
});

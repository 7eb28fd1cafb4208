// What a page can see of a frame of another origin: when the dialog is there, when it is slow, when it is refused or cannot be
// reached. The frames are the page's own, without the package, and sent away as the package does it. docs/frames.md has the
// table, whose rows are printed here: node tests/e2e/run.mjs silent-frames
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

/** How much longer it is looked for what should not come, ms. */
const MEANWHILE = 500;

const LOADED = 'load, not readable';
const BLANK = 'no load, blank';
const GONE = 'no load, not readable';
const same = (row) => ({ chromium: row, firefox: row, webkit: row });

/** What there is to see in each engine: whether `load` came, what of the document can be read, and what the browser reports. */
const rows = {
  'the dialog': same(LOADED),
  'a page that shows nothing': same(LOADED),
  'an error of the server (500)': same(LOADED),
  'refused by X-Frame-Options': same(LOADED),
  'refused by frame-ancestors': { ...same(LOADED), chromium: `${LOADED}, report: frame-ancestors` },
  'a dialog whose server is slow': same(BLANK),
  'a dialog whose pictures are slow': same(GONE),
  'no such host': { chromium: LOADED, firefox: GONE, webkit: BLANK },
  'no connection': { chromium: LOADED, firefox: GONE, webkit: BLANK },
  "refused by the page's frame-src": {
    chromium: `${LOADED}, event: frame-src, report: frame-src`,
    firefox: `${BLANK}, event: frame-src, report: frame-src`,
    webkit: 'load, blank, event: frame-src',
  },
  "refused by the page's Cross-Origin-Embedder-Policy": {
    chromium: `${LOADED}, report: iframe`,
    firefox: GONE,
    webkit: `${BLANK}, report: iframe`,
  },
};

/** The headers of the page that a row needs. */
const pages = {
  "refused by the page's frame-src": { 'content-security-policy': "frame-src 'self'" },
  "refused by the page's Cross-Origin-Embedder-Policy": { 'cross-origin-embedder-policy': 'require-corp' },
};

/** Runs in the page: makes a frame for each URL, and notes what can be seen of it. */
const watch = (urls) => {
  const frames = urls.map((url) => ({ origin: new URL(url).origin, loaded: false, told: [], heard: false }));
  const of = (blocked) => frames.find(({ origin }) => blocked === origin || blocked.startsWith(`${origin}/`));
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
    of(blockedURI)?.told.push(`event: ${effectiveDirective}`),
  );
  const note = (reports) => {
    for (const { body } of reports) {
      // Of some reports Chromium's objects have nothing else.
      const { blockedURL, effectiveDirective, destination } = body.toJSON();
      of(blockedURL)?.told.push(`report: ${effectiveDirective ?? destination}`);
    }
  };
  window.observer = window.ReportingObserver && new ReportingObserver(note, { buffered: true });
  window.observer?.observe();
  addEventListener('message', ({ source }) => {
    for (const one of frames) one.heard ||= one.frame.contentWindow === source;
  });
  frames.forEach((one, index) => {
    one.frame = document.createElement('iframe');
    document.body.append(one.frame);
    one.frame.addEventListener('load', () => {
      one.loaded = true;
    });
    one.frame.contentWindow.location.href = urls[index];
  });
  const readable = (frame) => {
    try {
      return frame.contentWindow.location.href === 'about:blank' && frame.contentDocument?.URL === 'about:blank';
    } catch {
      return false;
    }
  };
  window.look = () =>
    frames.map(({ frame, loaded, told, heard }) => {
      frame.contentWindow.postMessage('Is anybody there?', '*');
      frame.focus();
      return {
        row: [loaded ? 'load' : 'no load', readable(frame) ? 'blank' : 'not readable', ...told.sort()].join(', '),
        // Of these nothing ever differs.
        rest: [heard, frame.contentWindow.length, frame.contentWindow.closed, document.activeElement === frame],
      };
    });
};

suite('silent frames', ({ test, browser, engine }) => {
  const released = [];

  /** A port at which nobody listens any more. */
  async function closedPort() {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    await once(server.close(), 'close');
    return port;
  }

  /** The page of a row, each under a host name of its own: some reports name no more than the origin. */
  const paths = {
    'a page that shows nothing': () => browser.server.serve('', { 'content-type': 'text/html' }),
    'an error of the server (500)': () => dialog({ status: 500 }),
    'refused by X-Frame-Options': () => dialog({ headers: { 'x-frame-options': 'DENY' } }),
    'refused by frame-ancestors': () => dialog({ headers: { 'content-security-policy': "frame-ancestors 'none'" } }),
    'a dialog whose server is slow': held,
    'a dialog whose pictures are slow': () =>
      browser.server.serve(`<!doctype html><img src="${held()}">`, { 'content-type': 'text/html' }),
  };
  const dialog = (answer) => `/external/auth/create/acme/1/2?code=${browser.server.dialog(() => {}, answer)}`;
  function held() {
    const { path, release } = browser.server.hold();
    released.push(release);
    return path;
  }
  const urlOf = async (name, index) => {
    if (name === 'no such host') return 'http://nowhere.invalid/';
    if (name === 'no connection') return `http://dialog${index}.localhost:${await closedPort()}/`;
    return browser.server.origin(`dialog${index}.localhost`) + (paths[name] ?? dialog)();
  };

  const show = async (t, names, headers) => {
    const urls = await Promise.all(names.map(urlOf));
    await browser.driver.get(browser.server.origin('localhost') + browser.server.page(() => {}, { headers }));
    await browser.driver.executeScript(watch, urls);
    const look = () => browser.driver.executeScript(() => window.look());
    const expected = names.map((name) => rows[name][engine]);
    const isSeen = (seen) => seen.every(({ row }, index) => row === expected[index]);
    let seen;
    await until(
      'all of it',
      async () => {
        seen = await look();
        return isSeen(seen);
      },
      {
        explain: () => JSON.stringify(Object.fromEntries(names.map((name, index) => [name, seen[index].row])), null, 1),
      },
    );
    await new Promise((resolve) => setTimeout(resolve, MEANWHILE));
    seen = await look();
    for (const [index, name] of names.entries()) t.diagnostic(`${engine}: ${name}: ${seen[index].row}`);
    assert.ok(isSeen(seen), JSON.stringify(seen));
    for (const { rest } of seen) assert.deepEqual(rest, [false, 0, false, true]);
    for (const release of released.splice(0)) release('');
    await browser.driver.get('about:blank');
  };

  const known = Object.keys(pages);
  test('a frame that is refused, broken or slow is not told from the dialog by `load`, its document, its frames, its focus or its answers', (t) =>
    show(
      t,
      Object.keys(rows).filter((name) => !known.includes(name)),
    ));
  for (const name of known)
    test(`${name}: the browser says so itself, where it does`, (t) => show(t, [name], pages[name]));
});

// `prepare()`: the module is started while the page is idle, and nobody can tell but by the speed of the first click.
import assert from 'node:assert/strict';
import { idleTurns } from './harness/idle.mjs';
import { suite } from './harness/suite.mjs';

suite('prepare', ({ test, browser }) => {
  const handlers = {
    prepare: (h) => h.note({ answer: String(h.package.prepare()), started: instrument.memoryPages().length }),
    init: (h) => h.init().then(() => h.note('ready')),
  };
  const opened = (how) => browser.prepared({ code: browser.finishing(), handlers, ...how });

  /** Waits until the module has run: it listens to the page meanwhile, and no more when it is done. */
  const prepared = (page) =>
    page.until('the module', () =>
      page.run(() => window.seen.added.includes('message') && window.seen.removed.includes('message')),
    );

  /** Notes what is listened to from now on, whether or not it still is later. */
  const watchListeners = (page) =>
    page.run(() => {
      window.seen = { added: [], removed: [] };
      for (const [name, seen] of [
        ['addEventListener', window.seen.added],
        ['removeEventListener', window.seen.removed],
      ]) {
        const was = EventTarget.prototype[name];
        EventTarget.prototype[name] = function (type, ...rest) {
          if (this === window) seen.push(type);
          return Reflect.apply(was, this, [type, ...rest]);
        };
      }
    });

  test('it returns at once, starts the module later and once, opens nothing, leaves nothing, and the click works', async () => {
    const page = await opened();
    await watchListeners(page);
    await page.call('prepare');
    assert.deepEqual(await page.note(), { answer: 'undefined', started: 0 });
    await page.call('prepare');
    await prepared(page);
    await page.call('prepare');
    await page.run(idleTurns);
    assert.equal(await page.run(() => window.seen.added.filter((type) => type === 'message').length), 1, 'once');
    await page.returnsToBaseline();
    const { opens, problems } = await page.report();
    assert.deepEqual([opens, problems], [[], []]);
    await page.click();
    await page.finishes();
  });

  test('a page that is never idle: the module is started all the same', async () => {
    const page = await opened();
    await watchListeners(page);
    await page.run(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const end = performance.now() + 20;
        while (performance.now() < end);
        port2.postMessage('');
      };
      port2.postMessage('');
    });
    await page.call('prepare');
    await prepared(page);
  });

  test('where WebAssembly is forbidden it says nothing: the click does', async () => {
    const page = await opened({ entry: '.', headers: { 'content-security-policy': "script-src 'self'" } });
    await page.call('prepare');
    await page.note();
    await page.click();
    assert.equal((await page.thrown()).code, 'wasm_blocked');
    page.allowProblem(/^csp: script-src/);
  });

  test('./slim: before `init` it does nothing, and after it the module is started', async () => {
    const page = await opened({ entry: './slim', args: { init: false } });
    await watchListeners(page);
    await page.call('prepare');
    await page.note();
    await page.call('init');
    await page.until('the file', ({ notes }) => notes[1] === 'ready');
    await page.call('prepare');
    await prepared(page);
    await page.click();
    await page.finishes();
  });
});

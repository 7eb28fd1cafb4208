// `init` of /slim, called well, twice, and with nonsense: it works or rejects with one clear error, and can be called again.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { until } from '../e2e/harness/wait.mjs';
import { browserSuite } from './support/browser.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

const wasm = '/node_modules/tray-auth-dialog/pkg/generated/tray_auth_dialog.wasm';

browserSuite('init', (browser) => {
  let project;
  let server;
  before(async () => {
    project = await Project.create('plain', { page: 'inline.js' });
    const page = `globalThis.slim = await import('/node_modules/tray-auth-dialog/pkg/dist/esm/slim.js');\nglobalThis.ready = true;`;
    writeFileSync(project.path('page', 'main.js'), page);
    // The same functions under the same names, but not the one that belongs to this glue.
    const module = readFileSync(project.path(wasm));
    writeFileSync(project.path('page', 'other-version.wasm'), module.fill('0', module.length - 8));
    server = await serve(project.folder);
  });
  after(() => server?.close());

  /** Calls `init` with what each expression gives, one after another. @returns {Promise<string[]>} `ready` or the error */
  async function outcomes(...sources) {
    await browser.run((expressions) => {
      globalThis.outcomes = undefined;
      const call = async (expression) => {
        try {
          await globalThis.slim.init(new Function(`return ${expression}`)());
          return 'ready';
        } catch ({ name, code, field, message }) {
          return { name, code, field, message };
        }
      };
      (async () => {
        const all = [];
        for (const expression of expressions) all.push(await call(expression));
        globalThis.outcomes = all;
      })();
    }, sources);
    return until('`init` to end', () => browser.run(() => globalThis.outcomes));
  }

  for (const [what, source] of Object.entries({
    'a string': `'${wasm}'`,
    'a URL': `new URL('${wasm}', location)`,
    'a Response': `fetch('${wasm}')`,
    bytes: `fetch('${wasm}').then((response) => response.arrayBuffer())`,
    'a part of a larger buffer': `fetch('${wasm}').then(async (response) => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      const larger = new Uint8Array(bytes.length + 7);
      larger.set(bytes, 7);
      return larger.subarray(7);
    })`,
    'a compiled module': `WebAssembly.compileStreaming(fetch('${wasm}'))`,
  })) {
    test(`takes ${what}`, async () => {
      await browser.visit(`${server.origin}/page/`);
      assert.deepEqual(await outcomes(source), ['ready']);
      const options = { partnerName: 'acme', authorizationCode: 'code' };
      assert.match(await browser.run((given) => globalThis.slim.authDialogUrl(given), options), /^https:/);
      assert.deepEqual(await browser.problems(), []);
    });
  }

  for (const [what, source, code] of [
    ['nothing', 'undefined', 'invalid_options'],
    ['null', 'null', 'invalid_options'],
    ['a number', '5', 'invalid_options'],
    ['an object', '{}', 'invalid_options'],
    ['the page itself, as servers answer what they do not have', `'/page/'`, 'invalid_options'],
    ['bytes that are no module', 'new Uint8Array(8)', 'invalid_options'],
    ['another module', 'Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)', 'not_ready'],
    ['another module, compiled', 'new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))', 'not_ready'],
    ['the module of another version', `'/page/other-version.wasm'`, 'not_ready'],
    [
      'a file that is cut off',
      `fetch('${wasm}').then(async (response) => (await response.arrayBuffer()).slice(0, 9_000))`,
      'not_ready',
    ],
    ['a file that is not there', `'/nowhere.wasm'`, 'not_ready'],
    ['a server that is not there', `'http://localhost:1/'`, 'not_ready'],
  ]) {
    test(`rejects ${what} with ${code}, and can be called again`, async () => {
      await browser.visit(`${server.origin}/page/`);
      const [error, again] = await outcomes(source, `'${wasm}'`);
      assert.deepEqual([error.name, error.code, error.field], ['AuthDialogError', code, 'source']);
      assert.equal(again, 'ready');
      await browser.problems(); // the browser itself reports what it could not load
    });
  }

  test('called twice, loads once: the first call counts', async () => {
    await browser.visit(`${server.origin}/page/`);
    const same = await browser.run((url) => globalThis.slim.init(url) === globalThis.slim.init('/nowhere.wasm'), wasm);
    assert.equal(same, true);
    assert.deepEqual(await outcomes(`'/nowhere.wasm'`), ['ready']);
    assert.deepEqual(await browser.problems(), [], 'the second URL was not asked for');
  });

  test('when it has failed, every function says why, until it is called again', async () => {
    await browser.visit(`${server.origin}/page/`);
    const [error] = await outcomes(`'/page/'`);
    const call = () => {
      try {
        return globalThis.slim.parseAuthMessage({}) ?? 'none';
      } catch (error) {
        return error.message;
      }
    };
    assert.equal(await browser.run(call), error.message);
    assert.deepEqual(await outcomes(`'${wasm}'`), ['ready']);
    assert.equal(await browser.run(call), 'none');
  });

  test('before it has ended, every function says not_ready', async () => {
    await browser.visit(`${server.origin}/page/`);
    const codes = await browser.run(() =>
      ['openAuthDialog', 'attachAuthDialog', 'authDialogUrl', 'parseAuthMessage'].map((name) => {
        try {
          return globalThis.slim[name]({});
        } catch (error) {
          return error.code;
        }
      }),
    );
    assert.deepEqual(codes, Array(4).fill('not_ready'));
  });
});

// The package in Node, installed by npm itself: import, require, worker thread, and the few things that work there.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { answers, expected } from './apps/no-page.js';
import { run } from './support/install.mjs';
import { installedByNpm } from './support/tarball.mjs';

const use = `${answers}\nconst answer = JSON.stringify(answers(dialogs));`;

describe('node', () => {
  let folder;
  before(async () => {
    folder = await installedByNpm('node');
  });

  /** Runs a script in the project. @returns {Promise<any>} what it printed */
  async function inNode(name, source, flags = ['--disable-warning=ExperimentalWarning']) {
    writeFileSync(join(folder, name), source);
    const output = await run(process.execPath, [...flags, name], { cwd: folder });
    return JSON.parse(output);
  }

  test('npm installs the package alone', () => {
    const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
    assert.deepEqual(Object.keys(packages), ['', 'node_modules/tray-auth-dialog']);
  });

  /** How each format takes an entry, a function of Node, and the place of the module of /slim. */
  const formats = {
    'import.mjs': {
      loads: (name, from) => `import ${name} from '${from}';`,
      wasm: "new URL(import.meta.resolve('tray-auth-dialog/slim.wasm'))",
    },
    // This needs no Node that can require ES modules.
    'require.cjs': {
      loads: (name, from) => `const ${name.replace('* as ', '')} = require('${from}');`,
      wasm: "require.resolve('tray-auth-dialog/slim.wasm')",
      flags: ['--no-experimental-require-module'],
    },
  };
  for (const [file, { loads, wasm, flags }] of Object.entries(formats)) {
    for (const entry of ['tray-auth-dialog', 'tray-auth-dialog/js'])
      test(`${entry} in ${file}`, async () => {
        const source = `${loads('* as dialogs', entry)}\n${use}\nconsole.log(answer);`;
        assert.deepEqual(await inNode(file, source, flags), expected);
      });

    test(`tray-auth-dialog/slim in ${file}, with the bytes of its module`, async () => {
      const source = `${loads('{ readFile }', 'node:fs/promises')}
        ${loads('* as dialogs', 'tray-auth-dialog/slim')}
        const before = (() => { try { dialogs.authDialogUrl({}); } catch ({ code }) { return code; } })();
        dialogs.init(readFile(${wasm})).then(() => {
          ${use}
          console.log(JSON.stringify({ before, ...JSON.parse(answer) }));
        });`;
      assert.deepEqual(await inNode(file, source, flags), { before: 'not_ready', ...expected });
    });

    test(`tray-auth-dialog/backend in ${file}: needs no WebAssembly`, async () => {
      const source = `${loads('{ trayBackend }', 'tray-auth-dialog/backend')}
        delete globalThis.WebAssembly;
        const tray = trayBackend({ masterToken: 'master' });
        console.log(JSON.stringify(tray.dialogUrl({ partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' })));`;
      assert.equal(await inNode(file, source, flags), expected.url);
    });
  }

  const every =
    "const every = ['', '/slim', '/js', '/backend', '/diagnose', '/debug', '/labels', '/element', '/element/define', '/testing'];";

  test('./debug and ./diagnose, where there is no page: one does nothing, the other says so', async () => {
    const source = `import { debug } from 'tray-auth-dialog/debug';
      import { diagnose } from 'tray-auth-dialog/diagnose';
      debug();
      debug(false);
      diagnose().catch(({ code }) => console.log(JSON.stringify(code)));`;
    assert.equal(await inNode('developers.mjs', source), 'not_in_browser');
  });

  test('every entry can be imported where there is nothing to read and write texts with, as in jsdom', async () => {
    const source = `${every}
      delete globalThis.TextDecoder;
      delete globalThis.TextEncoder;
      for (const entry of every) await import('tray-auth-dialog' + entry);
      console.log('"imported"');`;
    assert.equal(await inNode('no-texts.mjs', source), 'imported');
  });

  test('importing any entry does nothing: no output, nothing global, and Node ends at once', async () => {
    const source = `${every}
      const before = Reflect.ownKeys(globalThis);
      for (const entry of every) await import('tray-auth-dialog' + entry);
      const added = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key));
      console.log(JSON.stringify({ added, active: process.getActiveResourcesInfo().filter((name) => name === 'Timeout') }));`;
    assert.deepEqual(await inNode('nothing.mjs', source), { added: [], active: [] });
  });

  test('where there are no elements, the entry for one defines none', async () => {
    const source = `import { defineTrayAuthButton } from 'tray-auth-dialog/element';
      console.log(JSON.stringify([defineTrayAuthButton() === undefined, defineTrayAuthButton('acme-connect') === undefined]));`;
    assert.deepEqual(await inNode('element.mjs', source), [true, true]);
  });

  test('in a worker thread', async () => {
    const worker = `import * as dialogs from 'tray-auth-dialog';
      import { parentPort } from 'node:worker_threads';
      ${use}
      parentPort.postMessage(answer);`;
    writeFileSync(join(folder, 'worker.mjs'), worker);
    const source = `import { Worker } from 'node:worker_threads';
      new Worker('./worker.mjs').on('message', (answer) => console.log(answer));`;
    assert.deepEqual(await inNode('thread.mjs', source), expected);
  });

  test('an ES module can name what it takes of the CommonJS format', async () => {
    const source = `import { isAuthDialogError } from './node_modules/tray-auth-dialog/pkg/dist/cjs/index.js';
      console.log(typeof isAuthDialogError === 'function');`;
    assert.equal(await inNode('named.mjs', source), true);
  });

  test('both formats in one program: each knows the errors of the other', async () => {
    const source = `import { createRequire } from 'node:module';
      import * as imported from 'tray-auth-dialog';
      const required = createRequire(import.meta.url)('tray-auth-dialog');
      const known = [[imported, required], [required, imported]].map(([one, other]) => {
        try {
          one.openAuthDialog({});
        } catch (error) {
          return other.isAuthDialogError(error, 'not_in_browser') && other !== one;
        }
      });
      console.log(JSON.stringify(known));`;
    assert.deepEqual(await inNode('both.mjs', source), [true, true]);
  });
});

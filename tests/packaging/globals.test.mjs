// Importing the package reads no global of a platform, so that it can be imported under jsdom, in workers and on servers, and
// before a polyfill or a test's double is in place. Installed by npm itself.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { run } from './support/install.mjs';
import { installedByNpm } from './support/tarball.mjs';

/**
 * Loaded before everything else: every global that is not of the language itself is an accessor that notes who reads it. A
 * page's, which Node has not, are there too, half made, as under jsdom: whoever touches one gets an error.
 */
const watch = `
  const { runInNewContext } = require('node:vm');
  const language = new Set(runInNewContext('Object.getOwnPropertyNames(globalThis)'));
  for (const name of ['WebAssembly', 'console', 'SharedArrayBuffer', 'Atomics']) language.delete(name);
  const pageOnly = ['window', 'self', 'document', 'location', 'navigator', 'top', 'parent', 'opener', 'HTMLElement', 'Window',
    'CSSStyleSheet', 'customElements', 'requestAnimationFrame', 'reportError', 'isSecureContext', 'localStorage', 'indexedDB',
    'MutationObserver', 'XMLHttpRequest'];
  const read = new Set();
  globalThis[Symbol.for('read')] = read;
  const watched = new Set([...Object.getOwnPropertyNames(globalThis), ...pageOnly]);
  for (const name of watched) {
    if (language.has(name) || name === 'globalThis') continue;
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    if (before && !before.configurable) continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        // Node itself reads some while it loads a module.
        if (/node_modules.tray-auth-dialog/.test(new Error().stack)) read.add(name);
        if (pageOnly.includes(name)) throw new Error(name + ' was touched');
        return before.get ? before.get.call(globalThis) : before.value;
      },
      set(value) {
        Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
      },
    });
  }
  globalThis[Symbol.for('watched')] = watched.size;
`;

describe('globals', () => {
  let folder;
  before(async () => {
    folder = await installedByNpm('globals');
    writeFileSync(join(folder, 'watch.cjs'), watch);
  });

  /** What a module with this source reads. */
  const reads = async (name, source) => {
    const end = `process.stdout.write(JSON.stringify({
      read: [...globalThis[Symbol.for('read')]], watched: globalThis[Symbol.for('watched')] }));`;
    writeFileSync(join(folder, name), `${source}\n${end}`);
    const args = ['--disable-warning=ExperimentalWarning', '--require', './watch.cjs', name];
    const { read, watched } = JSON.parse(await run(process.execPath, args, { cwd: folder }));
    assert.ok(watched > 60, 'the globals are watched');
    return read;
  };

  test('a use of the package reads some: the watch sees them', async () => {
    const source = `import { authDialogUrl } from 'tray-auth-dialog';
      try {
        authDialogUrl({ partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' });
      } catch {
        // It may need one of those that are not whole.
      }`;
    assert.notDeepEqual(await reads('use.mjs', source), []);
  });

  for (const entry of ['', '/slim', '/js', '/backend', '/diagnose', '/debug', '/element', '/testing']) {
    test(`import 'tray-auth-dialog${entry}' reads none`, async () => {
      assert.deepEqual(await reads('import.mjs', `import 'tray-auth-dialog${entry}';`), []);
    });

    test(`require('tray-auth-dialog${entry}') reads none`, async () => {
      assert.deepEqual(await reads('require.cjs', `require('tray-auth-dialog${entry}');`), []);
    });
  }
});

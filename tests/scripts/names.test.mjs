// A stack of the module, with its functions named by the list that the build writes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { wasmOutputs } from '../../scripts/build/wasm-entries.mjs';
import { named, namesOf } from '../../scripts/names.mjs';

/** Node's types know it as a name only. */
const { WebAssembly } = /** @type {any} */ (globalThis);

describe('the names of a stack', () => {
  test('stand beside the numbers; what the list does not have stays as it is', () => {
    const names = namesOf('1:core::step::h0123456789abcdef\n2:\\3cA\\20as\\20B\\3e::c\n');
    assert.equal(
      named('at wasm://wasm/1:wasm-function[1]:0x5\nat wasm-function[2]\nat wasm-function[9]', names),
      'at wasm://wasm/1:wasm-function[1] core::step:0x5\nat wasm-function[2] <A as B>::c\nat wasm-function[9]',
    );
  });

  test('are those of the very module that was built: it has as many functions, and exports those that the list says', async () => {
    const names = namesOf(readFileSync(wasmOutputs.functions, 'utf8'));
    const module = await WebAssembly.compile(readFileSync(wasmOutputs.module));
    assert.equal(WebAssembly.Module.customSections(module, 'name').length, 0, 'no page carries the names');
    /** @type {any} */
    const imports = {};
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      assert.equal(kind, 'function');
      imports[from] = { ...imports[from], [name]() {} };
    }
    const { exports } = await WebAssembly.instantiate(module, imports);
    // A function of a module is called by its number.
    const exported = Object.values(exports).filter((value) => typeof value === 'function');
    assert.ok(exported.length > 5);
    for (const { name } of exported) assert.ok(names.has(name), name);
    const known = [...names.values()];
    assert.ok(known.some((name) => name.includes('tray_auth_dialog::core::session')));
    const opening = exported
      .map(({ name }) => names.get(name))
      .filter((name) => /open|attach|parseMessage/i.test(name ?? ''));
    assert.ok(opening.length >= 2, 'the exports are those that the list says');
  });
});

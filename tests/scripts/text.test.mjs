// The module as text: nothing is lost on the way into a file and back, whatever handles the file in between.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { transform } from 'esbuild';
import { decode } from '../../pkg/decode.js';
import { encode } from '../../scripts/build/text.mjs';
import { wasmOutputs } from '../../scripts/build/wasm-entries.mjs';

const allBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('encode', () => {
  it('and decode are each other’s way back for every byte', () => {
    assert.deepEqual(decode(encode(allBytes)), allBytes);
  });

  it('makes no text of no bytes', () => {
    assert.equal(encode(new Uint8Array()), '');
    assert.deepEqual(decode(''), new Uint8Array());
  });

  it('writes nothing that a string in double quotes or a page of HTML must escape, and only ASCII', () => {
    assert.match(encode(allBytes), /^[ !#-;=-[\]-~]+$/);
  });

  it('survives a bundler that minifies', async () => {
    const { code } = await transform(`export default "${encode(allBytes)}"`, { minify: true });
    const { default: text } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    assert.deepEqual(decode(text), allBytes);
  });
});

describe('the build', () => {
  it('inlines the very module that it also writes as a file', async () => {
    const { text } = await import(wasmOutputs.bytes);
    const inlined = Buffer.from(decode(text));
    // The file has a section more, which says whose it is.
    const file = readFileSync(wasmOutputs.module);
    assert.deepEqual(inlined, file.subarray(0, file.indexOf('\x10tray-auth-dialog') - 2));
  });
});

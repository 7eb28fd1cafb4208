// `npm run build`: from the Rust sources to pkg/generated/, and from pkg/ to pkg/dist/, in steps that are left out while nothing
// has changed.
//
// With `--install-nothing` it is what npm runs before it packs (`prepack`), and in the clone that it makes when somebody
// installs the package from git (`preprepare`): it builds with the tools that are there, or fails with a sentence about those
// that are missing, so that nobody gets a package without its module. Not `prepare`: npm would run it too, but warns of it
// where a tarball is installed, as of an install script.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { mvpVariant, wasmVariant } from './build/compile.mjs';
import { makeFolders } from './formats/folders.mjs';
import { buildFormats } from './formats/build.mjs';
import { buildJsEntry, jsOutputs } from './build/js-entry.mjs';
import { buildWasmEntries, wasmOutputs } from './build/wasm-entries.mjs';
import { writeWhole } from './build/write.mjs';
import { fingerprint, unlessDone } from './lib/fingerprint.mjs';
import { generated, inRoot } from './lib/paths.mjs';
import { sizeTable, weighEntries } from './lib/sizes.mjs';
import { isMain, runMain } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';

/** What the build is made from, beside the compiler. */
const sources = [
  ...['src', 'Cargo.toml', 'Cargo.lock', 'scripts/build', 'tools/wasm-bindgen'],
  // The way back from text to bytes, whose table the build uses too.
  ...['pkg/modal.css', 'pkg/decode.js'],
].map((path) => inRoot(path));

/** @param {string} name @returns {string} the version of an npm package that is installed */
const versionOf = (name) => JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version;

/**
 * @param {import('./setup/index.mjs').Tools} tools
 * @param {{ wasmOnly?: boolean, large?: boolean }} [options] `wasmOnly`: leave out the entry without WebAssembly, which halves
 *   the time; `large`: the module as the compiler makes it, to try something out
 */
export async function build(tools, { wasmOnly = false, large = false } = {}) {
  const parts = [
    { name: 'wasm', variant: wasmVariant, outputs: wasmOutputs, make: buildWasmEntries },
    ...(wasmOnly ? [] : [{ name: 'js', variant: mvpVariant, outputs: jsOutputs, make: buildJsEntry }]),
  ];
  let isNew = false;
  for (const { name, variant, outputs, make } of parts) {
    const made = { ...madeWith(tools), flags: variant.flags, ...(large && { large }) };
    const stamp = inRoot('target', 'stamps', name);
    const done = await unlessDone(stamp, fingerprint(sources, made), Object.values(outputs), () =>
      make(tools, { large }),
    );
    isNew ||= done;
  }
  writeWhole(join(generated, 'made-with.json'), `${JSON.stringify(madeWith(tools), null, 2)}\n`);
  isNew = (await buildFormats()) || isNew;
  console.log(isNew ? '✓ Built pkg/generated/ and pkg/dist/' : '✓ pkg/generated/ and pkg/dist/ are up to date');
}

/**
 * The versions of all that shapes the bytes: they go into the package, so that whoever doubts it can make it again.
 * @param {import('./setup/index.mjs').Tools} tools
 */
const madeWith = (tools) => ({
  rustc: tools.rust.version,
  wasmBindgen: basename(tools.wasmBindgen).split('-')[2],
  binaryen: versionOf('binaryen'),
  esbuild: versionOf('esbuild'),
});

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const { values } = parseArgs({
      options: {
        'wasm-only': { type: 'boolean' },
        large: { type: 'boolean' },
        'install-nothing': { type: 'boolean' },
      },
    });
    const { 'wasm-only': wasmOnly, large } = values;
    await build(await setUp({ installs: !values['install-nothing'] }), { wasmOnly, large });
    if (values['install-nothing']) makeFolders();
    else console.log(`\n${sizeTable(await weighEntries())}`);
  });
}

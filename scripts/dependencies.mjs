// `node scripts/dependencies.mjs`: prints what is compiled into the module, what runs while that is done, and what builds and tests
// it, each with what it is for, its licence and, in the module, its weight.
import { readFileSync } from 'node:fs';
import { compile, wasmVariant } from './build/compile.mjs';
import { table } from './lib/marked.mjs';
import { inRoot } from './lib/paths.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';
import { OWN, purposeProblems, purposes } from './supply-chain/purposes.mjs';
import { shippedCrates } from './supply-chain/shipped.mjs';
import { STANDARD, weighCrates } from './supply-chain/weights.mjs';

/** @param {import('./supply-chain/weights.mjs').Weights} weights @returns {string} a table */
function inModule(weights) {
  const bytes = (/** @type {string} */ name) => (weights.get(name.replaceAll('-', '_')) ?? 0).toLocaleString('en');
  return table(
    ['crate', 'what for', 'licence', 'bytes of code'],
    [
      ['this crate', 'the product', 'MIT OR Apache-2.0', bytes(OWN)],
      ["Rust's standard library", 'texts, lists, numbers', 'MIT OR Apache-2.0', bytes(STANDARD)],
      ...shippedCrates()
        .filter(({ ships }) => ships)
        .map(({ name, version, licence }) => [`\`${name}\` ${version}`, purposes.shipped[name], licence, bytes(name)]),
    ],
  );
}

/** @returns {string} a table */
const whileCompiling = () =>
  table(
    ['crate', 'what for', 'licence'],
    shippedCrates()
      .filter(({ ships }) => !ships)
      .map(({ name, version, licence }) => [`\`${name}\` ${version}`, purposes.compiling[name], licence]),
  );

/** @returns {string} a table */
function tools() {
  /** @type {{ packages: Record<string, { version: string, license: string }> }} */
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const npm = Object.entries(purposes.npm).map(([name, purpose]) => {
    const { version, license } = packages[`node_modules/${name}`];
    return [`\`${name}\` ${version}`, purpose, `npm, ${license}`];
  });
  const others = (/** @type {'crates' | 'programs'} */ group, /** @type {string} */ is) =>
    Object.entries(purposes[group]).map(([name, purpose]) => [`\`${name}\``, purpose, is]);
  return table(['name', 'what for', 'is'], [...others('crates', 'crate'), ...others('programs', 'program'), ...npm]);
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const problems = purposeProblems();
    if (problems.length > 0) throw new Stop(problems.join('\n'));
    const { rust } = await setUp();
    const weights = weighCrates(readFileSync(await compile(rust, wasmVariant)), OWN.replaceAll('-', '_'));
    console.log(`# Dependencies

The npm package has none: nothing else is installed with it.

## In the module

Bytes of code of the functions that were written in each crate, as the compiler leaves them. What is inlined counts where it is
inlined to, constants are not counted, and \`wasm-opt\` and compression take a share of everything.

${inModule(weights)}

## Run while the module is compiled

${whileCompiling()}

## For building and testing

${tools()}`);
  });
}

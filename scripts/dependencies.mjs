// `node scripts/dependencies.mjs`: prints what is compiled into the module, and what builds and tests it, each with its licence,
// what it is for where this repository names it, and, in the module, its weight.
import { readFileSync } from 'node:fs';
import { compile, wasmVariant } from './build/compile.mjs';
import { table } from './lib/marked.mjs';
import { inRoot } from './lib/paths.mjs';
import { runStep } from './lib/run.mjs';
import { runMain, Stop } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';
import { cargoProgram } from './setup/kept-program.mjs';
import { crates, OWN, purposeProblems, purposes } from './supply-chain/purposes.mjs';

/** The crates of the standard library, which are weighed together. */
const STANDARD = 'std';
const standardCrates = [STANDARD, 'core', 'alloc', 'compiler_builtins', 'hashbrown', '__rustc'];

/** What is no function, or only describes types to the wasm-bindgen program, which takes it out again. */
const isTakenOut =
  /^(?:export|import|data|custom|code|elem|global|memory|table|type|wasm)\b|section|^__wbindgen_describe|::WasmDescribe>::describe|wbg_cast::breaks_if_inlined/;

const own = OWN.replaceAll('-', '_');

/** @param {string} module its path @returns {Promise<Map<string, number>>} bytes by crate, with underscores as in Rust's paths */
async function weighCrates(module) {
  const twiggy = await cargoProgram('twiggy', '0.8.0', '1 min');
  const answer = await runStep('Weighing the crates', twiggy, ['top', '--format', 'json', module]);
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const { name, shallow_size } of JSON.parse(answer ?? '')) {
    if (isTakenOut.test(name)) continue;
    // Behind the crate that a function was written in stand those of the types that it was compiled for. Without any: what
    // wasm-bindgen makes, the exports of this crate, and methods of types like `str`.
    const nameless = name.startsWith('__wb') ? 'wasm_bindgen' : /_[0-9a-f]{16}$/.test(name) ? own : STANDARD;
    const crate = /(\w+)\[[0-9a-f]+\]::/.exec(name)?.[1] ?? nameless;
    const key = standardCrates.includes(crate) ? STANDARD : crate;
    weights.set(key, (weights.get(key) ?? 0) + shallow_size);
  }
  return weights;
}

await runMain(async () => {
  const problems = purposeProblems();
  if (problems.length > 0) throw new Stop(problems.join('\n'));
  const { rust } = await setUp();
  const weights = await weighCrates(await compile(rust, wasmVariant));
  const bytes = (/** @type {string} */ name) => (weights.get(name.replaceAll('-', '_')) ?? 0).toLocaleString('en');
  const { shipped, compiling } = crates();
  /** @type {{ packages: Record<string, { version: string, license: string }> }} */
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const npm = Object.entries(purposes.npm).map(([name, purpose]) => {
    const { version, license } = packages[`node_modules/${name}`];
    return [`\`${name}\` ${version}`, purpose, `npm, ${license}`];
  });
  const others = (/** @type {'crates' | 'programs'} */ group, /** @type {string} */ is) =>
    Object.entries(purposes[group])
      .filter(([name]) => !shipped.some((crate) => crate.name === name))
      .map(([name, purpose]) => [`\`${name}\``, purpose, is]);
  console.log(`# Dependencies

The npm package has none: nothing else is installed with it.

## In the module

Bytes of code of the functions that were written in each crate, as the compiler leaves them. What is inlined counts where it is
inlined to, constants are not counted, and \`wasm-opt\` and compression take a share of everything.

${table(
  ['crate', 'what for', 'licence', 'bytes of code'],
  [
    ['this crate', 'the product', 'MIT OR Apache-2.0', bytes(OWN)],
    ["Rust's standard library", 'texts, lists, numbers', 'MIT OR Apache-2.0', bytes(STANDARD)],
    ...shipped.map(({ name, version, licence }) => [
      `\`${name}\` ${version}`,
      purposes.crates[name] ?? '',
      licence,
      bytes(name),
    ]),
  ],
)}

Without a purpose: what these bring. Only while it is compiled run ${compiling.map(({ name }) => `\`${name}\``).join(', ')}.

## For building and testing

${table(['name', 'what for', 'is'], [...others('crates', 'crate'), ...others('programs', 'program'), ...npm])}`);
});

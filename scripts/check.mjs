// `npm run check`: formatting, lints, documentation and types of everything; the same here and on a CI machine. With names of its
// parts, `npm run check -- 'Rust lints'`, only those.
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { cargoEnvironment, cargoOptions, wasmVariant } from './build/compile.mjs';
import { tryStep } from './lib/failure.mjs';
import { inRoot, npmProgram } from './lib/paths.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';
import { checkNeeds } from './setup/rust-components.mjs';

/** @typedef {{ title: string, program: string, args: string[], env?: Record<string, string | undefined> }} Part */

/** @param {string} title @param {string[]} args @param {Part['env']} [env] @returns {Part} */
const cargo = (title, args, env) => ({ title, program: 'cargo', args, env });

/** @param {string} title @param {string[]} args @returns {Part} */
const node = (title, ...args) => ({ title, program: process.execPath, args });

/** @param {import('./setup/rust.mjs').Rust} rust @returns {Part[]} */
function parts(rust) {
  const locked = process.env.CI ? ['--locked'] : [];
  const wasm = { program: rust.cargo, env: cargoEnvironment(rust, wasmVariant) };
  const wasmDoc = { ...wasm.env, CARGO_ENCODED_RUSTDOCFLAGS: `${wasm.env.CARGO_ENCODED_RUSTFLAGS}\x1f-Dwarnings` };
  const doc = ['doc', '--no-deps', '--document-private-items'];
  const lint = ['--', '-Dwarnings'];
  const tools = inRoot('tools', 'wasm-bindgen', 'Cargo.toml');
  const fuzz = inRoot('fuzz', 'Cargo.toml');
  // The library of the fuzzer is named, so that it is not built: nothing is linked here.
  const fuzzEnv = {
    CUSTOM_LIBFUZZER_PATH: inRoot('target', 'fuzz', 'libfuzzer.a'),
    CARGO_TARGET_DIR: inRoot('target', 'fuzz'),
  };
  return [
    cargo('Rust formatting', ['fmt', '--check']),
    cargo('Rust formatting of tools/wasm-bindgen/', ['fmt', '--check', '--manifest-path', tools]),
    cargo('Rust formatting of fuzz/', ['fmt', '--check', '--manifest-path', fuzz]),
    cargo('Rust lints', ['clippy', ...locked, '--all-targets', ...lint]),
    cargo('Rust lints of fuzz/', ['clippy', ...locked, '--manifest-path', fuzz, ...lint], fuzzEnv),
    { title: 'Rust lints, for browsers', ...wasm, args: ['clippy', ...cargoOptions(wasmVariant), ...lint] },
    cargo('Rust documentation', [...doc, ...locked, '--lib'], { RUSTDOCFLAGS: '-Dwarnings' }),
    { title: 'Rust documentation, for browsers', ...wasm, args: [...doc, ...cargoOptions(wasmVariant)], env: wasmDoc },
    node('JavaScript lints and formatting', npmProgram('biome'), 'ci', '--colors=off'),
    node('Types of the package', npmProgram('tsc'), '--project', 'tsconfig.browser.json'),
    node('Types of the scripts', npmProgram('tsc'), '--project', 'tsconfig.json'),
    node('Types of the demo', npmProgram('tsc'), '--project', 'tsconfig.demo.json'),
  ];
}

/** Tests, which `npm test` runs in stages of their own. */
const tests = [
  node('Links of the documentation', '--test', inRoot('tests', 'scripts', 'docs.test.mjs')),
  node(
    'docs/options.md says what the types say; if not: node tests/types/options-page.mjs --update',
    '--test',
    inRoot('tests', 'types', 'options-page.test.mjs'),
  ),
];

/**
 * Runs every part, so that one run shows all that needs a fix.
 * @param {import('./setup/index.mjs').Tools} tools
 * @param {string[]} [wanted] titles; none: all
 * @param {Part[]} [also]
 * @returns {Promise<{ passed: number, failed: number, why: string[] }>}
 */
export async function check({ rust }, wanted = [], also = []) {
  const all = [...parts(rust), ...also];
  const unknown = wanted.filter((name) => !all.some(({ title }) => title === name));
  if (unknown.length > 0)
    throw new Stop(`No part is called ${unknown.join(', ')}: there are ${all.map(({ title }) => title).join('; ')}.`);
  const chosen = all.filter(({ title }) => wanted.length === 0 || wanted.includes(title));
  const why = [];
  for (const { title, program, args, env } of chosen)
    why.push(...(await tryStep(title, program, args, `npm run check -- '${title}'`, { env })));
  return { passed: chosen.length - why.length, failed: why.length, why };
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const tools = await setUp({ also: checkNeeds });
    // The types of the package are checked with what the build generates.
    await build(tools);
    const { why } = await check(tools, parseArgs({ allowPositionals: true }).positionals, tests);
    const titles = why.map((text) => text.split('\n')[0]);
    if (why.length > 0) throw new Stop(`To be fixed: ${titles.join('; ')}. \`npm run format\` fixes what it can.`);
  });
}

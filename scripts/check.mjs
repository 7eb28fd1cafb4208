// `npm run check`: formatting, lints, documentation and types of everything; the same here and on a CI machine. With names of its
// parts, `npm run check -- 'Rust lints'`, only those.
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { cargoEnvironment, cargoOptions, wasmVariant } from './build/compile.mjs';
import { inRoot, npmProgram, root } from './lib/paths.mjs';
import { runStep } from './lib/run.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';
import { checkNeeds } from './setup/rust-components.mjs';
import { failureText } from './test/closing.mjs';

/** @typedef {{ title: string, program: string, args: string[], env?: Record<string, string | undefined> }} Part */

/** @param {import('./setup/rust.mjs').Rust} rust @returns {Part[]} */
function parts(rust) {
  const locked = process.env.CI ? ['--locked'] : [];
  const wasm = { program: rust.cargo, env: cargoEnvironment(rust, wasmVariant) };
  const wasmDoc = { ...wasm.env, CARGO_ENCODED_RUSTDOCFLAGS: `${wasm.env.CARGO_ENCODED_RUSTFLAGS}\x1f-Dwarnings` };
  const doc = ['doc', '--no-deps', '--document-private-items'];
  const node = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({
    program: process.execPath,
    args: [npmProgram(name), ...args],
  });
  return [
    { title: 'Rust formatting', program: 'cargo', args: ['fmt', '--check'] },
    ...[inRoot('tools', 'wasm-bindgen'), inRoot('fuzz')].map((folder) => ({
      title: `Rust formatting of ${relative(root, folder)}/`,
      program: 'cargo',
      args: ['fmt', '--check', '--manifest-path', join(folder, 'Cargo.toml')],
    })),
    { title: 'Rust lints', program: 'cargo', args: ['clippy', ...locked, '--all-targets', '--', '-Dwarnings'] },
    {
      title: 'Rust lints of fuzz/',
      program: 'cargo',
      args: ['clippy', ...locked, '--manifest-path', inRoot('fuzz', 'Cargo.toml'), '--', '-Dwarnings'],
      // Named, so that it is not built: nothing is linked here.
      env: {
        CUSTOM_LIBFUZZER_PATH: inRoot('target', 'fuzz', 'libfuzzer.a'),
        CARGO_TARGET_DIR: inRoot('target', 'fuzz'),
      },
    },
    {
      title: 'Rust lints, for browsers',
      ...wasm,
      args: ['clippy', ...cargoOptions(wasmVariant), '--', '-Dwarnings'],
    },
    {
      title: 'Rust documentation',
      program: 'cargo',
      args: [...doc, ...locked, '--lib'],
      env: { RUSTDOCFLAGS: '-Dwarnings' },
    },
    {
      title: 'Rust documentation, for browsers',
      ...wasm,
      args: [...doc, ...cargoOptions(wasmVariant)],
      env: wasmDoc,
    },
    { title: 'JavaScript lints and formatting', ...node('biome', 'ci', '--colors=off') },
    { title: 'Types of the package', ...node('tsc', '--project', 'tsconfig.browser.json') },
    { title: 'Types of the scripts', ...node('tsc', '--project', 'tsconfig.json') },
    { title: 'Types of the demo', ...node('tsc', '--project', 'tsconfig.demo.json') },
  ];
}

/** Tests, which `npm test` runs in stages of their own. @type {Part[]} */
const tests = [
  {
    title: 'Links of the documentation',
    program: process.execPath,
    args: ['--test', inRoot('tests', 'scripts', 'docs.test.mjs')],
  },
  {
    title: 'docs/options.md says what the types say; if not: node tests/types/options-page.mjs --update',
    program: process.execPath,
    args: ['--test', inRoot('tests', 'types', 'options-page.test.mjs')],
  },
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
  let passed = 0;
  const why = [];
  for (const { title, program, args, env } of all.filter(
    ({ title }) => wanted.length === 0 || wanted.includes(title),
  )) {
    try {
      await runStep(title, program, args, { env });
      passed += 1;
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      why.push(failureText(title, error.output, `npm run check -- '${title}'`));
    }
  }
  return { passed, failed: why.length, why };
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

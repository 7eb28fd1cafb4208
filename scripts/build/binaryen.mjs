// Binaryen's tools: they make a module small, and translate one to JavaScript.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmProgram } from '../lib/paths.mjs';
import { runStep } from '../lib/run.mjs';

/**
 * The features that the compiler uses (compile.mjs). Not `--all-features`: it makes modules that today's browsers refuse.
 */
export const defaultFeatures = [
  '--enable-bulk-memory',
  '--enable-multivalue',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--enable-mutable-globals',
];

/** What the compiler uses with `-Ctarget-cpu=mvp`: the stack pointer is a global that changes. */
export const mvpFeatures = ['--mvp-features', '--enable-mutable-globals'];

/** @typedef {Record<string, string>} Names long ones to short ones */

/**
 * Makes a module small: what is not reached from these exports goes, and what stays is named by a letter or two. The
 * generated names hold random digits, which no compression makes shorter.
 * @param {string} module the path of a module
 * @param {string} folder for files that nobody needs afterwards
 * @param {{ exports: string[], features: string[] }} options
 * @returns {Promise<{ path: string, imports: Names, exports: Names }>} the path of the small module, and its new names
 */
export async function optimise(module, folder, { exports, features }) {
  const reached = join(folder, 'reached.wasm');
  const graph = join(folder, 'graph.json');
  const nodes = exports.map((name) => ({ name: `export ${name}`, export: name }));
  const root = { name: 'glue', root: true, reaches: nodes.map(({ name }) => name) };
  writeFileSync(graph, JSON.stringify([root, ...nodes]));
  await runBinaryen('Leaving out what the glue does not call', 'wasm-metadce', [
    ...features,
    module,
    `--graph-file=${graph}`,
    '-o',
    reached,
  ]);

  const path = join(folder, 'small.wasm');
  const strip = ['--strip-debug', '--strip-producers', '--strip-target-features'];
  const rename = '--minify-imports-and-exports-and-modules';
  const printed = await runBinaryen('Making the module small', 'wasm-opt', [
    ...features,
    // Flattened first, so that the nesting of blocks is made anew. -Oz twice, because each run leaves the next something to
    // do; without folding large functions into their only callers, which makes fewer bytes but ones that compress worse.
    '--flatten',
    '--rereloop',
    '-Oz',
    '--always-inline-max-function-size=0',
    '--one-caller-inline-max-function-size=60',
    '-Oz',
    ...strip,
    rename,
    reached,
    '-o',
    path,
  ]);
  /** @type {{ imports: [string, string, string][], exports: [string, string][] }} */
  const names = JSON.parse(printed);
  return {
    path,
    // The pass names every imported module "a".
    imports: Object.fromEntries(
      names.imports.flatMap(([from, name, short]) => [
        [from, 'a'],
        [name, short],
      ]),
    ),
    exports: Object.fromEntries(names.exports),
  };
}

/** @param {string} from the path of a module @param {string} to the path of the JavaScript that does the same */
export async function translate(from, to) {
  await runBinaryen('Translating the module to JavaScript', 'wasm2js', ['-Oz', from, '-o', to]);
}

/** @param {string} title @param {string} program @param {string[]} args @returns {Promise<string>} what it printed */
async function runBinaryen(title, program, args) {
  return (await runStep(title, process.execPath, [npmProgram(program), ...args])) ?? '';
}

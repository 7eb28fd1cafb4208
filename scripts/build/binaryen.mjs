// Binaryen's tools: they make a module small, and translate one to JavaScript.
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

/**
 * @typedef {object} Names the long names and the short ones
 * @property {[name: string, short: string][]} imports
 * @property {[name: string, short: string][]} exports
 */

const passes = [
  // The lowest 1,024 bytes are the end of a stack that no call reaches (compile.mjs): 0.1 kB.
  '--low-memory-unused',
  // Blocks are nested anew, which compresses better, and leaves the next run something to do: 0.1 kB.
  '--flatten',
  '--rereloop',
  '-Oz',
  '-Oz',
];

/**
 * Makes a module small, and names what it imports and exports by a letter or two: the generated names hold random digits,
 * which no compression makes shorter.
 * @param {string} module the path of a module
 * @param {string} folder for the result
 * @param {string[]} features
 * @param {{ large?: boolean }} [options] `large`: only the names are made short, which takes a tenth of the time
 * @returns {Promise<Names & { path: string, functions: string }>} the path of the small module, its new names, and the path of
 *   the list of its functions: a line for each, `143:core::session::step`, by the number that stacks have
 */
export async function optimise(module, folder, features, { large } = {}) {
  const path = join(folder, 'small.wasm');
  const functions = join(folder, 'functions.txt');
  // The names go into a list beside the module, at the very end: then their order is that of the module.
  const strip = [`--symbolmap=${functions}`, '--strip-debug', '--strip-producers', '--strip-target-features'];
  const printed = await runBinaryen('Making the module small', 'wasm-opt', [
    ...features,
    ...(large ? [] : passes),
    ...strip,
    '--minify-imports-and-exports-and-modules',
    module,
    '-o',
    path,
  ]);
  /** @type {{ imports: [string, string, string][], exports: [string, string][] }} */
  const { imports, exports } = JSON.parse(printed);
  return { path, functions, imports: imports.map(([, name, short]) => [name, short]), exports };
}

/** @param {string} from the path of a module @param {string} to the path of the JavaScript that does the same */
export async function translate(from, to) {
  await runBinaryen('Translating the module to JavaScript', 'wasm2js', ['-Oz', from, '-o', to]);
}

/** @param {string} title @param {string} program @param {string[]} args @returns {Promise<string>} what it printed */
async function runBinaryen(title, program, args) {
  return (await runStep(title, process.execPath, [npmProgram(program), ...args])) ?? '';
}

// A copy of this checkout, in target/faults/, in which a fault is made and built: the working tree is never changed.
import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** The copy's root. */
const copy = inRoot('target', 'faults', 'checkout');

/** Which files were copied, so that those which have gone since can go there too. */
const list = inRoot('target', 'faults', 'files.json');

/** @param {string} path @returns {string} what is there, byte for byte; nothing if it is not */
const bytesOf = (path) => (statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'latin1') : '');

/** Makes the copy as this checkout is now: what git keeps, and what it would. A file that has not changed keeps its time. */
export function refresh() {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const files = listed.filter((file) => statSync(inRoot(file), { throwIfNoEntry: false })?.isFile());
  /** @type {string[]} */
  const before = JSON.parse(bytesOf(list) || '[]');
  for (const gone of before.filter((file) => !files.includes(file))) rmSync(join(copy, gone), { force: true });
  for (const file of files) write(file, bytesOf(inRoot(file)));
  writeFileSync(list, JSON.stringify(files));
  // Also where npm has put packages there, as it does in a copy of a checkout whose own were not in line.
  const packages = join(copy, 'node_modules');
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  rmSync(packages, { recursive: true, force: true });
  symlinkSync(inRoot('node_modules'), packages, 'junction');
}

/** @param {string} file @param {string} bytes */
function write(file, bytes) {
  const path = join(copy, file);
  if (statSync(path, { throwIfNoEntry: false }) && bytesOf(path) === bytes) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes, 'latin1');
}

/** @param {import('./read.mjs').Fault} fault that fits */
export function make({ file, find, replace }) {
  const text = readFileSync(inRoot(file), 'utf8');
  write(file, Buffer.from(text.replace(find, () => replace)).toString('latin1'));
}

/** @param {{ whole?: boolean }} [options] `whole`: the entry without WebAssembly too @returns {ReturnType<typeof run>} */
export function build({ whole } = {}) {
  const parts = whole ? [] : ['--wasm-only', '--large'];
  return run(process.execPath, [join(copy, 'scripts', 'build.mjs'), '--install-nothing', ...parts]);
}

/**
 * The package as it was built last, in a folder of its own, so that it can be tested while the next one is built.
 * @param {string} name @returns {string} the folder
 */
export function keepPackage(name) {
  const folder = inRoot('target', 'faults', 'packages', name);
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['package.json', 'pkg']) cpSync(join(copy, part), join(folder, part), { recursive: true });
  return folder;
}

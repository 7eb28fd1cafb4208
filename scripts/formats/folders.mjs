// The folders at the top of the package in which resolvers that do not read `exports` find its entries (webpack 4, Parcel,
// older versions of Jest, TypeScript's `moduleResolution: node`). They follow from `exports` in package.json, are there while the
// package is packed, and are not in git.
import { readFileSync, rmSync } from 'node:fs';
import { writeWhole } from '../build/write.mjs';
import { inRoot } from '../lib/paths.mjs';
import { isMain } from '../lib/stop.mjs';

/** @typedef {{ types: string, default: string }} Target */

/** @type {{ exports: Record<string, string | { module: Target, require: Target }>, sideEffects: string[] }} */
const { exports, sideEffects } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/** What the package.json in each folder says, by the path of the folder. */
export const folders = Object.fromEntries(
  Object.entries(exports).flatMap(([name, target]) => {
    if (name === '.' || typeof target === 'string') return [];
    const folder = name.slice('./'.length);
    const fromThere = (/** @type {string} */ path) => path.replace('./', '../'.repeat(folder.split('/').length));
    const manifest = {
      main: fromThere(target.require.default),
      module: fromThere(target.module.default),
      types: fromThere(target.module.types),
      sideEffects: sideEffects.includes(target.module.default),
    };
    return [[folder, manifest]];
  }),
);

export function makeFolders() {
  for (const [folder, manifest] of Object.entries(folders)) {
    writeWhole(inRoot(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  }
}

export function removeFolders() {
  for (const folder of Object.keys(folders)) rmSync(inRoot(folder.split('/')[0]), { recursive: true, force: true });
}

// `postpack`. Making them is part of the build for packing.
if (isMain(import.meta.url)) removeFolders();

// `npm run entries`: writes into package.json and .gitignore what follows from the table of entries, scripts/formats/entries.mjs.
import { readFileSync } from 'node:fs';
import { manifestFields, topFolders } from './formats/entries.mjs';
import { writeWhole } from './build/write.mjs';
import { inRoot } from './lib/paths.mjs';
import { isMain } from './lib/stop.mjs';

/** After this line .gitignore has the folders that are there while the package is packed. */
const ignoredAfter = '# Written by `npm run entries`: the folders of the entries, made when the package is packed.\n';

/** The first names of `files`, before the folders; from `docs` on they are written by hand. */
const firstFiles = ['pkg', '!pkg/modal.css'];

/** @param {Record<string, any>} manifest package.json @returns {string} what it must be */
export function withEntries(manifest) {
  const others = manifest.files.slice(manifest.files.indexOf('docs'));
  const changed = { ...manifest, ...manifestFields, files: [...firstFiles, ...topFolders, ...others] };
  return `${JSON.stringify(changed, null, 2)}\n`;
}

/** @param {string} ignored .gitignore @returns {string} what it must be */
export function withFolders(ignored) {
  const own = ignored.split(ignoredAfter)[0];
  return `${own}${ignoredAfter}${topFolders.map((folder) => `/${folder}/\n`).join('')}`;
}

/** The files that this command writes, and what each must be. */
export const written = {
  'package.json': (/** @type {string} */ text) => withEntries(JSON.parse(text)),
  '.gitignore': withFolders,
};

if (isMain(import.meta.url)) {
  for (const [file, must] of Object.entries(written)) {
    writeWhole(inRoot(file), must(readFileSync(inRoot(file), 'utf8')));
    console.log(`✓ ${file}`);
  }
}

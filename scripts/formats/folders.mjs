// The folders at the top of the package in which resolvers that do not read `exports` find its entries (webpack 4, Parcel,
// older versions of Jest, TypeScript's `moduleResolution: node`). They are there while the package is packed, and are not in git.
import { rmSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { isMain } from '../lib/stop.mjs';
import { folderManifest, folders, topFolders } from './entries.mjs';
import { writeWhole } from '../build/write.mjs';

export function makeFolders() {
  for (const entry of folders) {
    writeWhole(inRoot(entry.folder, 'package.json'), `${JSON.stringify(folderManifest(entry), null, 2)}\n`);
  }
}

export function removeFolders() {
  for (const folder of topFolders) rmSync(inRoot(folder), { recursive: true, force: true });
}

// `postpack`. Making them is part of the build for packing.
if (isMain(import.meta.url)) removeFolders();

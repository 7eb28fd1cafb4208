// Writes files whole: whoever reads one meanwhile (a server, another build) sees the old or the new one.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @param {string} path @param {string | Uint8Array} content */
export function writeWhole(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}

/** @param {string} path of a module in the package @param {string} code */
export function writeGenerated(path, code) {
  writeWhole(path, `// @ts-nocheck\n// Written by \`npm run build\`: do not edit.\n${code}`);
}

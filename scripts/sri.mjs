// `npm run sri`: the script tags of a release, with the hashes by which a browser refuses any other file.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formats, globals } from './formats/build.mjs';
import { inRoot } from './lib/paths.mjs';
import { isMain } from './lib/stop.mjs';

/** @param {Uint8Array} bytes @returns {string} the value of the attribute `integrity` */
export const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** @param {string} [folder] the package @returns {string} Markdown, with a tag for each file */
export function scriptTags(folder = inRoot()) {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const tags = Object.keys(globals).map((file) => {
    const path = `${formats.global}/${file}`;
    const hash = integrity(readFileSync(`${folder}/${path}`));
    return `<script src="https://cdn.example/${name}@${version}/${path}" integrity="${hash}" crossorigin="anonymous"></script>`;
  });
  return ['## Script tags', '', '```html', ...tags, '```'].join('\n');
}

if (isMain(import.meta.url)) console.log(scriptTags());

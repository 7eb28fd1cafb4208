// `prepublishOnly`: refuses to publish while package.json or SECURITY.md still has a placeholder. Packing takes no notice of it.
import { readFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';

/** The domain of every placeholder. No address can ever be at `.invalid` (RFC 2606). */
const placeholder = 'fill-in.invalid';

/**
 * @param {Record<string, any>} manifest package.json
 * @param {string} security SECURITY.md
 * @returns {string[]} what is to be filled in
 */
export function toFillIn(manifest, security) {
  const isOpen = (/** @type {unknown} */ value) => value === undefined || JSON.stringify(value).includes(placeholder);
  return [
    ...['repository', 'bugs'].filter((name) => isOpen(manifest[name])).map((name) => `\`${name}\` in package.json`),
    ...(security.includes(placeholder) ? ['the contact in SECURITY.md'] : []),
  ];
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const read = (/** @type {string} */ name) => readFileSync(inRoot(name), 'utf8');
    const open = toFillIn(JSON.parse(read('package.json')), read('SECURITY.md'));
    if (open.length > 0)
      throw new Stop(
        `Not published, because there is a placeholder in ${open.join(', ')}: fill in the real one first.`,
      );
  });
}

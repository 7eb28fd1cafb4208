// `node scripts/release-notes.mjs`: what the release on GitHub says: this version's part of the changelog, and the script tags.
import { readFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { scriptTags } from './sri.mjs';

/** @param {string} changelog @param {string} version @returns {string} what it says of this version */
export function changesOf(changelog, version) {
  const parts = changelog.split(/^## /m);
  const own = parts.find((part) => part.split(/\s/, 1)[0] === version);
  if (own === undefined) throw new Stop(`CHANGELOG.md has no "## ${version}": RELEASING.md says what to write.`);
  return own.slice(own.indexOf('\n')).trim();
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    console.log(`${changesOf(readFileSync(inRoot('CHANGELOG.md'), 'utf8'), version)}\n\n${scriptTags()}`);
  });
}

// `npm run evidence`: prints what the suites have found, as they left it when they last ran here; runs nothing itself.
// `npm run evidence -- --write` puts it into docs/evidence.md.
import { parseArgs } from 'node:util';
import { numbers, scenarioTable } from './evidence/tables.mjs';
import { writeMarked } from './lib/marked.mjs';
import { inRoot } from './lib/paths.mjs';
import { ask } from './lib/run.mjs';
import { isMain, runMain } from './lib/stop.mjs';

/** @returns {string} when, of what, and with which compiler */
function heading() {
  const commit = ask('git', ['rev-parse', '--short', 'HEAD']) ?? 'no commit';
  const day = new Date().toISOString().slice(0, 10);
  return `Put together on ${day} at ${commit}, with ${ask('rustc', ['--version']) ?? 'no rustc'} and Node ${process.versions.node}.`;
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
    const found = `${heading()}\n\n${numbers()}`;
    console.log(found);
    if (!values.write) return;
    const document = inRoot('docs', 'evidence.md');
    writeMarked(document, 'numbers', found);
    writeMarked(document, 'scenarios', scenarioTable());
  });
}

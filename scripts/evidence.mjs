// `npm run evidence`: prints what the suites found when they last ran here, at which commit, what has not run, and which tests
// hold each scenario. Runs nothing itself.
import { commit } from './evidence/reports.mjs';
import { numbers, scenarioTable } from './evidence/tables.mjs';
import { ask } from './lib/run.mjs';
import { isMain } from './lib/stop.mjs';

/** @returns {string} when, of what, and with which compiler */
function heading() {
  const day = new Date().toISOString().slice(0, 10);
  return `Put together on ${day} at ${commit()}, with ${ask('rustc', ['--version']) ?? 'no rustc'} and Node ${process.versions.node}.`;
}

if (isMain(import.meta.url)) {
  console.log(`# Evidence\n\n${heading()}\n\n${numbers()}\n\n## Scenarios\n\n${scenarioTable()}`);
}

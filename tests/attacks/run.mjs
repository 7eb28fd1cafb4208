// Runs the attacks in the engines that ENGINES names, and counts how often each was tried and how often one was accepted.
//
//   node tests/attacks/run.mjs [name…]     only the files whose name contains one of these
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenEngines } from '../e2e/harness/engines.mjs';
import { runFiles, testFiles } from '../e2e/harness/runner.mjs';
import { readTally, sum, TALLY } from './support/tally.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const longest = ['forged', 'look-alike', 'polluted', 'substituted', 'flood', 'markup', 'dialog-that', 'hostile-data'];
const files = testFiles(folder, process.argv.slice(2), longest);
const temporary = mkdtempSync(join(tmpdir(), 'attacks-'));
const engines = {};
let passed = true;
try {
  for (const engine of chosenEngines()) {
    const file = join(temporary, engine);
    writeFileSync(file, '');
    passed = (await runFiles(engine, folder, files, { env: { [TALLY]: file }, shell: true })) && passed;
    const attacks = readTally(file).toSorted((one, other) => (one.attack < other.attack ? -1 : 1));
    engines[engine] = { ...sum(attacks), attacks };
  }
} finally {
  rmSync(temporary, { recursive: true });
}
for (const [engine, { files: count, tries, accepted, attacks }] of Object.entries(engines)) {
  for (const { attack, impossible } of attacks) {
    for (const [what, why] of Object.entries(impossible)) console.log(`not in ${engine}: ${attack}, ${what}: ${why}`);
  }
  console.log(`attacks: ${engine} ${count} files, ${tries} tries, ${accepted} accepted`);
  passed &&= accepted === 0 && count === files.length;
}
process.exitCode = passed ? 0 : 1;

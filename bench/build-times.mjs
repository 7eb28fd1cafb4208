// Seconds of what contributors run. Each command keeps its own time when it passes (scripts/lib/times.mjs), and here they are
// read. Those that `--commands` names run now, cold in a fresh copy of what is committed and warm once more after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/lib/paths.mjs';
import { run, runStep } from '../scripts/lib/run.mjs';
import { addTimes, readTimes } from '../scripts/lib/times.mjs';

export const title = 'Build times';
/** @type {string[]} */
export const engines = [];

/** @type {Record<string, { program: string, args: string[], until?: RegExp }>} */
const commands = {
  // It serves until it is ended.
  'npm start': { program: 'npm', args: ['start'], until: /https?:\/\/\S+/ },
  'npm test': { program: 'npm', args: ['test'] },
  '.ci/run': { program: '.ci/run', args: [] },
};

/** @param {number | undefined} ms */
const seconds = (ms) => (ms === undefined ? '' : `${(ms / 1000).toFixed(0)} s`);

/** Runs a command in a fresh copy, twice, and takes over what it keeps there. @param {string} name */
async function take(name) {
  const command = commands[name];
  if (!command) throw new Error(`there is no command ${name}: take ${Object.keys(commands).join(', ')}`);
  const { program, args, until } = command;
  const copy = mkdtempSync(join(tmpdir(), 'bench-build-'));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    await runStep('Copying what is committed', 'git', ['clone', '--quiet', root, copy]);
    for (const state of /** @type {const} */ (['cold', 'warm'])) {
      /** @type {NodeJS.Timeout | undefined} */
      let ending;
      await run(program, args, {
        cwd: copy,
        hear(text, from, end) {
          process.stderr.write(text);
          // Again and again: while it starts, a server may miss the signal.
          if (from === 'stdout' && until?.test(text)) ending ??= setInterval(end, 1000);
        },
      });
      clearInterval(ending);
      if (!readTimes(copy)[name]?.[state]) throw new Error(`${name} has failed, ${state}: its output above says why`);
    }
    addTimes({ [name]: readTimes(copy)[name] ?? {} });
  } finally {
    remove();
    process.off('exit', remove);
  }
}

/** @param {import('../scripts/lib/times.mjs').Times} times @returns {string[][]} first the commands, also those that are not known */
export function rowsOf(times) {
  const stages = Object.keys(times).filter((name) => !(name in commands));
  return [
    ...Object.keys(commands).map((name) => [`\`${name}\``, name]),
    ...stages.map((name) => [`${name} of \`npm test\``, name]),
  ].map(([label = '', name = '']) => [label, seconds(times[name]?.cold), seconds(times[name]?.warm)]);
}

/** @param {{ commands: string[] }} context */
export async function measure({ commands: wanted }) {
  for (const name of wanted) await take(name);
  const times = readTimes();
  if (Object.keys(times).length === 0) throw new Error('no command has passed here yet');
  return {
    unit: 'when each last passed here, with the per-user caches of cargo and npm as they were',
    head: ['', 'cold', 'warm'],
    rows: rowsOf(times),
  };
}

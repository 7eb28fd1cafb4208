// Seconds of what contributors run. Of `npm test`, what each stage took when it passed here last, which it keeps itself. When
// it is named, also whole commands, in a fresh copy of what is committed and once more after it: that takes hours.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/lib/paths.mjs';
import { run, runStep } from '../scripts/lib/run.mjs';
import { readLast } from '../scripts/test/last.mjs';

export const title = 'Build times';
export const engines = [];

const commands = {
  // Until it says where the demo is.
  'npm start': { program: 'npm', args: ['start'], until: /https?:\/\/\S+/ },
  'npm test': { program: 'npm', args: ['test'] },
  '.ci/run': { program: '.ci/run', args: [] },
};

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(0)} s`;

/** @returns {Promise<string>} seconds, or when it failed */
async function time({ program, args, until }, cwd) {
  const start = performance.now();
  let took;
  const { code } = await run(program, args, {
    cwd,
    hear(text, from, end) {
      if (from === 'stderr') process.stderr.write(text);
      if (took !== undefined || from === 'stderr' || !until?.test(text)) return;
      took = performance.now() - start;
      // A server ends no other way.
      end();
    },
  });
  const whole = seconds(took ?? performance.now() - start);
  return code === 0 || took !== undefined ? whole : `failed after ${whole}`;
}

/** @param {import('./run.mjs').Context} context */
export async function measure({ isNamed }) {
  const passed = Object.entries(readLast()).filter(([, { failed }]) => failed === 0);
  const rows = passed.map(([stage, { ms }]) => [`stage ${stage} of \`npm test\``, '', seconds(ms)]);
  if (!isNamed && rows.length === 0) throw new Error('`npm test` has not passed here yet');
  for (const [name, command] of isNamed ? Object.entries(commands) : []) {
    const copy = mkdtempSync(join(tmpdir(), 'bench-build-'));
    const remove = () => rmSync(copy, { recursive: true, force: true });
    process.once('exit', remove);
    try {
      await runStep('Copying what is committed', 'git', ['clone', '--quiet', root, copy]);
      rows.push([`\`${name}\``, await time(command, copy), await time(command, copy)]);
    } finally {
      remove();
      process.off('exit', remove);
    }
  }
  return { unit: 'with the per-user caches of cargo and npm as they were', head: ['', 'cold', 'warm'], rows };
}

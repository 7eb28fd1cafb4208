// Seconds of what contributors run. Of `npm test`, what each stage took when it passed here last, which it keeps itself. When
// it is named, also whole commands, in a fresh copy of what is committed and once more after it: that takes hours.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTimes } from '../scripts/test/plan.mjs';

export const title = 'Build times';
export const engines = [];

const root = fileURLToPath(new URL('../', import.meta.url));
const commands = {
  // Until it says where the demo is.
  'npm start': { program: 'npm', args: ['start'], until: /https?:\/\/\S+/ },
  'npm test': { program: 'npm', args: ['test'] },
  '.ci/run': { program: '.ci/run', args: [] },
};

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(0)} s`;

/** @returns {Promise<string>} seconds, or how it failed */
function time({ program, args, until }, cwd) {
  return new Promise((resolve) => {
    const start = performance.now();
    const took = () => seconds(performance.now() - start);
    // A group of its own, so that a server which never ends can be ended with all that it has started.
    const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    child.on('error', (error) => resolve(error.message));
    child.stdout.on('data', (text) => {
      if (!until?.test(String(text))) return;
      resolve(took());
      process.kill(-child.pid);
    });
    child.on('close', (code) => resolve(code === 0 ? took() : `failed after ${took()}`));
  });
}

/** @param {import('./run.mjs').Context} context */
export async function measure({ isNamed }) {
  const rows = Object.entries(readTimes()).map(([stage, ms]) => [`stage ${stage} of \`npm test\``, '', seconds(ms)]);
  if (!isNamed && rows.length === 0) throw new Error('`npm test` has not passed here yet');
  for (const [name, command] of isNamed ? Object.entries(commands) : []) {
    const copy = mkdtempSync(join(tmpdir(), 'bench-build-'));
    try {
      spawnSync('git', ['clone', '--quiet', root, copy], { stdio: 'inherit' });
      rows.push([`\`${name}\``, await time(command, copy), await time(command, copy)]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  return { unit: 'with the per-user caches of cargo and npm as they were', head: ['', 'cold', 'warm'], rows };
}

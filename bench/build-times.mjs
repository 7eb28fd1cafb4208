// Seconds of the commands that contributors run, in a fresh copy of what is committed and once more after it. Takes an hour or
// more, so it runs only when it is named.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const title = 'Build times';
export const engines = [];
export const onlyWhenNamed = true;

const root = fileURLToPath(new URL('../', import.meta.url));
const commands = {
  'npm start': { program: 'npm', args: ['start'], until: /https?:\/\/\S+/ },
  'npm test': { program: 'npm', args: ['test'] },
  '.ci/run': { program: '.ci/run', args: [] },
};

/** @returns {Promise<string>} seconds, or how it failed */
function time({ program, args, until }, cwd) {
  return new Promise((resolve) => {
    const start = performance.now();
    const seconds = () => `${((performance.now() - start) / 1000).toFixed(0)} s`;
    // A group of its own, so that a server which never ends can be ended with all that it has started.
    const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    child.on('error', (error) => resolve(error.message));
    child.stdout.on('data', (text) => {
      if (!until?.test(String(text))) return;
      resolve(seconds());
      process.kill(-child.pid);
    });
    child.on('close', (code) => resolve(code === 0 ? seconds() : `failed after ${seconds()}`));
  });
}

export async function measure() {
  const rows = [];
  for (const [name, command] of Object.entries(commands)) {
    const copy = mkdtempSync(join(tmpdir(), 'bench-build-'));
    try {
      spawnSync('git', ['clone', '--quiet', root, copy], { stdio: 'inherit' });
      rows.push([`\`${name}\``, await time(command, copy), await time(command, copy)]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  return { unit: 'seconds; the per-user caches of cargo and npm are as they were', head: ['', 'cold', 'warm'], rows };
}

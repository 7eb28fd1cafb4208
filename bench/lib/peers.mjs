// What partners would use instead, in bench/node_modules. Whatever does not install is missing in the tables, and no more.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../', import.meta.url));

export function installPeers() {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return;
  console.log('Installing what is compared …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) console.error('Not all of it could be installed: the tables say what is missing.');
}

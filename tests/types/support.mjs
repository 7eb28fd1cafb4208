// The names that leave Rust, the compilers of tests/types/compilers, and a partner's project in which they find the package as npm would place it.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFormats } from '../../scripts/formats/build.mjs';
import { folders } from '../../scripts/formats/folders.mjs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { install, run } from '../packaging/support/install.mjs';
import { temporaryFolder } from '../packaging/support/temporary.mjs';

/** @returns {Promise<(name: string) => any>} gives a package of compilers/ */
export async function compilers() {
  const home = await install(fileURLToPath(new URL('compilers', import.meta.url)));
  return Object.assign(createRequire(join(home, 'package.json')), { home });
}

/** What examples/contract.rs prints. */
export async function contract() {
  const args = ['run', '--quiet', '--example', 'contract', ...(process.env.CI ? ['--locked'] : [])];
  // Cold, cargo builds what the tests of the crate depend on.
  return JSON.parse(await run('cargo', args, { cwd: root, timeout: 15 * 60_000 }));
}

/** A folder with the package's types and the code of partner/, removed when this process ends. */
export async function partnerProject() {
  await buildFormats();
  const folder = temporaryFolder('types');
  const home = join(folder, 'node_modules', 'tray-auth-dialog');
  cpSync(inRoot('package.json'), join(home, 'package.json'));
  const isWanted = (/** @type {string} */ path) => !path.endsWith('.wasm') && !path.endsWith('generated');
  cpSync(inRoot('pkg'), join(home, 'pkg'), { recursive: true, filter: isWanted });
  for (const [name, manifest] of Object.entries(folders)) {
    mkdirSync(join(home, name), { recursive: true });
    writeFileSync(join(home, name, 'package.json'), JSON.stringify(manifest));
  }
  cpSync(fileURLToPath(new URL('partner', import.meta.url)), folder, { recursive: true });
  return folder;
}

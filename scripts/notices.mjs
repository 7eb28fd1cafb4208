// `npm run notices`: writes THIRD-PARTY-NOTICES, the licence texts of what is compiled into the package, by cargo-about.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './lib/paths.mjs';
import { runStep } from './lib/run.mjs';
import { isMain, runMain } from './lib/stop.mjs';
import { cargoProgram } from './setup/kept-program.mjs';
import { setUp } from './setup/index.mjs';
import { notices, noticesFile } from './supply-chain/notices.mjs';
import { shippedCrates } from './supply-chain/shipped.mjs';

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const { rust } = await setUp();
    const program = await cargoProgram('cargo-about', '0.9.3', '5 min', ['--features', 'cli']);
    const config = inRoot('scripts', 'supply-chain', 'about.toml');
    // Offline: the crates bring their texts, and no server's word may change them.
    const args = ['generate', '--config', config, '--format', 'json', '--locked', '--offline'];
    const about = await runStep('Collecting licence texts', program, args, { usually: '20 s' });
    const builtins = join(rust.sysroot, 'lib/rustlib/src/rust/library/compiler-builtins/LICENSE.txt');
    const texts = {
      apache: readFileSync(inRoot('LICENSE-APACHE'), 'utf8'),
      builtins: readFileSync(builtins, 'utf8'),
    };
    const crates = shippedCrates().filter(({ ships }) => ships);
    writeFileSync(noticesFile, notices(JSON.parse(about ?? ''), texts, crates));
    console.log('✓ THIRD-PARTY-NOTICES');
  });
}

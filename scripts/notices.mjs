// `npm run notices`: writes THIRD-PARTY-NOTICES, the licence texts of what is compiled into the package, by cargo-about. A crate
// that brings no text is under the Apache licence, whose text is the same for all: the MIT licence without a name is no notice.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './lib/paths.mjs';
import { runStep } from './lib/run.mjs';
import { runMain } from './lib/stop.mjs';
import { cargoProgram } from './setup/kept-program.mjs';
import { setUp } from './setup/index.mjs';

await runMain(async () => {
  const { rust } = await setUp();
  const program = await cargoProgram('cargo-about', '0.9.3', '5 min', ['--features', 'cli']);
  const [config, template] = ['about.toml', 'notices.hbs'].map((name) => inRoot('scripts', 'supply-chain', name));
  // Offline: the crates bring their texts, and no server's word may change them.
  const args = ['generate', '--config', config, '--locked', '--offline', template];
  const parts = [
    await runStep('Collecting licence texts', program, args, { usually: '20 s' }),
    readFileSync(inRoot('LICENSE-APACHE'), 'utf8'),
    '-'.repeat(80),
    "MIT AND Apache-2.0 WITH LLVM-exception\nAlso for: compiler-builtins, of Rust's standard library",
    readFileSync(join(rust.sysroot, 'lib/rustlib/src/rust/library/compiler-builtins/LICENSE.txt'), 'utf8'),
  ];
  const lines = parts
    .map((part) => part?.trim())
    .join('\n\n')
    .split('\n');
  writeFileSync(inRoot('THIRD-PARTY-NOTICES'), `${lines.map((line) => line.trimEnd()).join('\n')}\n`);
  console.log('✓ THIRD-PARTY-NOTICES');
});

// Writes the tables of docs/dependencies.md: what is used, what for, under which licence, and what it weighs.
import { readFileSync } from 'node:fs';
import { compile, wasmVariant } from './build/compile.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';
import { purposeProblems, writeDocument } from './supply-chain/document.mjs';
import { weighCrates } from './supply-chain/weights.mjs';

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const problems = purposeProblems();
    if (problems.length > 0) throw new Stop(problems.join('\n'));
    const { rust } = await setUp();
    writeDocument(weighCrates(readFileSync(await compile(rust, wasmVariant)), 'tray_auth_dialog'));
    console.log('✓ docs/dependencies.md');
  });
}

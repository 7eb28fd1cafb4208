// Changes the core in hundreds of small ways and tells which changes no native test notices. Takes an hour or so;
// `npm run mutants -- --only src/core/origin` tries those whose place or name the expression matches. What is left out, and why,
// is in `.cargo/mutants.toml`.
import { parseArgs } from 'node:util';
import { inRoot } from './lib/paths.mjs';
import { runShown } from './lib/run.mjs';
import { runMain } from './lib/stop.mjs';
import { cargoProgram } from './setup/kept-program.mjs';

await runMain(async () => {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  const program = await cargoProgram('cargo-mutants', '27.1.0', '2 min');
  const env = {
    // Less to write and link for each of them.
    CARGO_PROFILE_DEV_DEBUG: 'false',
    CARGO_PROFILE_TEST_DEBUG: 'false',
    // Each runs on a copy of the sources; what these depend on is built once.
    CARGO_TARGET_DIR: inRoot('target', 'mutants', 'build'),
  };
  const chosen = only === undefined ? [] : ['--re', only];
  return (await runShown(program, ['mutants', '--output', inRoot('target'), ...chosen], { env })).code;
});

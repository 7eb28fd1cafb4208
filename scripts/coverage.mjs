// Prints how much of the core the native tests run: regions, functions, lines and branches of each file.
import { inRoot } from './lib/paths.mjs';
import { ask, onPath, runShown } from './lib/run.mjs';
import { runMain } from './lib/stop.mjs';
import { cargoProgram } from './setup/kept-program.mjs';

await runMain(async () => {
  const program = await cargoProgram('cargo-llvm-cov', '0.9.1', '1 min');
  // The reader of profiles must be of the LLVM that the compiler was made with. The program finds rustup's component
  // (llvm-tools) by itself; Debian's package (llvm-22) has the number in the names.
  const version = /^LLVM version: (\d+)/m.exec(ask('rustc', ['-vV']) ?? '')?.[1];
  const env = {
    LLVM_COV: onPath(`llvm-cov-${version}`) ?? process.env.LLVM_COV,
    LLVM_PROFDATA: onPath(`llvm-profdata-${version}`) ?? process.env.LLVM_PROFDATA,
    CARGO_LLVM_COV_TARGET_DIR: inRoot('target', 'coverage'),
    // Branches are measured by a flag that the compiler does not call stable yet.
    RUSTC_BOOTSTRAP: '1',
  };
  return (await runShown(program, ['llvm-cov', '--branch', '--test', 'native', '--', '--quiet'], { env })).code;
});

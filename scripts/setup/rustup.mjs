// What is got from rustup, or can not be without it: its toolchain, and components, which save installing anything else.
import { ask, onPath, runStep } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

/** Its programs are on the PATH before the toolchain that was chosen is there, and keep every other cargo from being found. */
export function needToolchain() {
  if (onPath('rustup') && onPath('cargo') && !ask('cargo', ['--version'])) {
    throw new Stop(
      'Missing: a Rust toolchain that rustup can run; do what `cargo --version` says (mostly `rustup default stable`), then run the command again.',
    );
  }
}

/** @param {string} name of a component to add to the toolchain that the user has chosen, if that can be done */
export async function addComponent(name) {
  if (!onPath('rustup')) return;
  await runStep(`Adding ${name} by rustup`, 'rustup', ['component', 'add', name], {
    usually: '5 s',
    timeout: 120_000,
    env: { RUSTUP_MAX_RETRIES: '0' },
    otherwise: 'rustup cannot download it here, looking elsewhere',
  });
}

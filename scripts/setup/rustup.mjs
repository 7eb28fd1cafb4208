// rustup's components: where rustup can download, nothing else need be installed.
import { onPath, runStep } from '../lib/run.mjs';

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

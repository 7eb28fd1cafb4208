// `npm start`: brings all that is needed, builds the package, and serves the demo until it is stopped.
import { build } from './build.mjs';
import { isMain, runMain } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await build(await setUp(), { wasmOnly: true });
    // Not at the top: the servers use npm packages, which the set-up has just brought.
    const { serveUntilStopped } = await import(String(new URL('../www/serve.mjs', import.meta.url)));
    await serveUntilStopped();
  });
}

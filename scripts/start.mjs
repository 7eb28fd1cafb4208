// `npm start`: brings all that is needed, builds the package, and serves the demo until it is stopped.
import { build } from './build.mjs';
import { runMain } from './lib/stop.mjs';
import { keepTime } from './lib/times.mjs';
import { setUp } from './setup/index.mjs';

/** Not by `import` at the top: the servers use npm packages, which only the set-up brings. @param {string} file */
const fromDemo = (file) => import(String(new URL(`../www/${file}`, import.meta.url)));

await runMain(async () => {
  const { preflight } = await fromDemo('preflight.mjs');
  await preflight();
  // Also the entry without WebAssembly: the back end makes its URLs by that one.
  await build(await setUp());
  const { serveUntilStopped } = await fromDemo('serve.mjs');
  // Since Node began: the servers take no time.
  keepTime('npm start', performance.now());
  await serveUntilStopped();
});

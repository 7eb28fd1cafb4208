// Starts the worker as Cloudflare would, and prints what it answers.
import { readFileSync } from 'node:fs';
import { Miniflare } from 'miniflare';

const runtime = new Miniflare({
  modules: true,
  script: readFileSync('dist/worker.js', 'utf8'),
  compatibilityDate: '2026-01-01',
});
console.log(await (await runtime.dispatchFetch('http://localhost/')).text());
await runtime.dispose();

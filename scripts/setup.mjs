// `npm run setup`: brings all that any script needs, every browser included, so that later commands find it.
import { runMain } from './lib/stop.mjs';
import { engines } from './setup/browsers.mjs';
import { setUp } from './setup/index.mjs';
import { checkNeeds } from './setup/rust-components.mjs';

await runMain(async () => {
  await setUp({ also: checkNeeds, browsers: Object.keys(engines) });
  console.log('✓ All is there');
});

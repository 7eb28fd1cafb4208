// `npm run bench`: speed and size beside what a partner would use instead. `npm run bench -- first-click soak` takes only
// these; `--rounds 5` fewer samples; `--update` writes the tables and charts into docs/. ENGINES chooses the browsers. Only
// ratios of one run can be compared between machines; nothing here passes or fails.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { table, writeMarked } from '../scripts/lib/marked.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { runMain, Stop } from '../scripts/lib/stop.mjs';
import { chosenEngines } from '../tests/e2e/harness/engines.mjs';
import { draw } from './lib/chart.mjs';
import { installPeers } from './lib/peers.mjs';
import { serve } from './lib/server.mjs';

/** @typedef {{ engine: string, server: Awaited<ReturnType<typeof serve>>, rounds: number }} Context */

const names = ['bytes', 'evaluate', 'first-click', 'foreign-messages', 'delivery', 'modal', 'soak', 'build-times'];

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { update: { type: 'boolean' }, rounds: { type: 'string', default: '9' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Stop(`There is no measurement ${unknown.join(', ')}: take ${names.join(', ')}.`);
  installPeers();
  const server = await serve();
  try {
    for (const name of positionals.length > 0 ? positionals : names) {
      const { measure, title, engines, onlyWhenNamed } = await import(`./${name}.mjs`);
      if (onlyWhenNamed && positionals.length === 0) continue;
      const chosen = engines.length > 0 ? engines.filter((engine) => chosenEngines().includes(engine)) : [''];
      const parts = [];
      for (const engine of chosen) {
        try {
          const result = await measure({ engine, server, rounds: Number(values.rounds) });
          const { unit, head, rows, notes = [], chart } = result;
          parts.push([`${engine ? `${engine}, ` : ''}${unit}:`, table(head, rows), ...notes].join('\n\n'));
          if (values.update && chart && (engine === 'chromium' || engine === '')) {
            writeFileSync(inRoot('docs', `speed-${name}.svg`), draw(chart));
          }
        } catch (error) {
          // The others go on.
          parts.push(`${engine}: could not be measured (${String(error.message).split('\n')[0]}).`);
        }
      }
      console.log(`\n## ${title}\n\n${parts.join('\n\n')}`);
      if (values.update) writeMarked(inRoot('docs', 'speed.md'), name, parts.join('\n\n'));
    }
  } finally {
    server.close();
  }
});

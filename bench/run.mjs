// `npm run bench`: speed and size beside what a partner would use instead. `npm run bench -- first-click soak` takes only
// these; `--rounds 5` fewer samples; `--update` writes the tables and charts into docs/. ENGINES chooses the browsers.
// `--commands 'npm start,npm test'` runs these in a fresh copy, twice, for the build times. Only ratios of one run can be
// compared between machines; nothing here passes or fails.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { table, writeMarked } from '../scripts/lib/marked.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { runMain, Stop } from '../scripts/lib/stop.mjs';
import { chosenEngines } from '../tests/e2e/harness/engines.mjs';
import { draw } from './lib/chart.mjs';
import { installPeers } from './lib/peers.mjs';
import { serve } from './lib/server.mjs';
import { summary } from './lib/summary.mjs';

/**
 * @typedef {object} Context
 * @property {string} engine
 * @property {Awaited<ReturnType<typeof serve>>} server
 * @property {number} rounds
 * @property {string[]} commands whose time to take now
 */

const names = ['bytes', 'evaluate', 'first-click', 'foreign-messages', 'delivery', 'modal', 'soak', 'build-times'];

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: {
      update: { type: 'boolean' },
      rounds: { type: 'string', default: '9' },
      commands: { type: 'string', default: '' },
    },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Stop(`There is no measurement ${unknown.join(', ')}: take ${names.join(', ')}.`);
  installPeers();
  const document = inRoot('docs', 'speed.md');
  /** @type {import('./lib/summary.mjs').Chart[]} */
  const charts = [];
  const server = await serve();
  try {
    for (const name of positionals.length > 0 ? positionals : names) {
      const { measure, title, engines } = await import(`./${name}.mjs`);
      const chosen = engines.length > 0 ? engines.filter((engine) => chosenEngines().includes(engine)) : [''];
      const parts = [];
      for (const engine of chosen) {
        try {
          const rounds = Number(values.rounds);
          const commands = values.commands.split(',').filter(Boolean);
          const result = await measure({ engine, server, rounds, commands });
          const { unit, head, rows, notes = [], chart } = result;
          parts.push([`${engine ? `${engine}, ` : ''}${unit}:`, table(head, rows), ...notes].join('\n\n'));
          if (!chart || (engine !== 'chromium' && engine !== '')) continue;
          charts.push(chart);
          if (!values.update) continue;
          writeFileSync(inRoot('docs', `speed-${name}.svg`), draw(chart));
          parts.unshift(`![${title}](speed-${name}.svg)`);
        } catch (error) {
          // The others go on.
          parts.push(`${engine || title}: could not be measured (${String(error.message).split('\n')[0]}).`);
        }
      }
      console.log(`\n## ${title}\n\n${parts.join('\n\n')}`);
      if (values.update) writeMarked(document, name, parts.join('\n\n'));
    }
    const whole = summary(charts);
    console.log(`\n## In one table\n\n${whole}`);
    if (values.update && positionals.length === 0) writeMarked(document, 'summary', whole);
  } finally {
    server.close();
  }
});

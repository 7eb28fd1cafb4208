// `npm run size`: the weight of each entry of what was built last; fails when one is over its budget, or when the table of
// docs/size.md is no longer true. `npm run size -- --update` writes that table.
import { parseArgs } from 'node:util';
import { readMarked, table, writeMarked } from './lib/marked.mjs';
import { inRoot } from './lib/paths.mjs';
import { isOverBudget, sizeTable, weighEntries } from './lib/sizes.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';

const docs = inRoot('docs', 'size.md');

/** Another compiler makes other bytes: so much may the table be off. */
const tolerance = 0.03;

/** @param {import('./lib/sizes.mjs').Weight[]} weights @returns {string} a table with a row for each entry */
const entryTable = (weights) =>
  table(
    ['entry', 'raw', 'gzip', 'brotli'],
    weights.map(({ entry, total: { raw, gzip, brotli } }) => [
      `\`${entry}\``,
      ...[raw, gzip, brotli].map((bytes) => bytes.toLocaleString('en')),
    ]),
  );

const figure = /\d[\d,]*/g;

/** @param {string} measured @param {string} written tables @returns {boolean} whether they say the same, about */
function isTrue(measured, written) {
  const [now, then] = [measured, written].map((text) =>
    [...text.matchAll(figure)].map(([digits]) => Number(digits.replaceAll(',', ''))),
  );
  return (
    measured.replace(figure, '') === written.replace(figure, '') &&
    now.every((bytes, at) => Math.abs(then[at] / bytes - 1) <= tolerance)
  );
}

/** @param {{ update?: boolean }} [options] @returns {Promise<number>} how many entries were weighed */
export async function checkSizes({ update = false } = {}) {
  const weights = await weighEntries();
  console.log(sizeTable(weights));
  const measured = entryTable(weights);
  if (update) writeMarked(docs, 'sizes', measured);
  if (!isTrue(measured, readMarked(docs, 'sizes'))) {
    throw new Stop('The table of docs/size.md is no longer true: `npm run size -- --update` writes it.');
  }
  const over = weights.filter(isOverBudget);
  if (over.length > 0) {
    const each = over.map(
      ({ entry, total: { brotli }, budget: { must } }) => `"${entry}" has ${brotli} bytes of ${must}`,
    );
    throw new Stop(`Over the budget of budget.json: ${each.join(', ')}.`);
  }
  return weights.length;
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await checkSizes(parseArgs({ options: { update: { type: 'boolean' } } }).values);
  });
}

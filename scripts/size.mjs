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

/** @param {import('./lib/sizes.mjs').Weight[]} weights @returns {string[][]} a row for each entry and each of its layers */
const rows = (weights) =>
  weights.flatMap(({ entry, total, layers }) =>
    Object.entries({ [`**\`${entry}\`**`]: total, ...layers }).map(([name, { raw, gzip, brotli }]) => [
      name,
      ...[raw, gzip, brotli].map((bytes) => bytes.toLocaleString('en')),
    ]),
  );

/** @param {string} row of a Markdown table @returns {string[]} */
const cells = (row) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** @param {string[][]} measured @param {string[][]} written */
const isTrue = (measured, written) =>
  measured.length === written.length &&
  measured.every(([name, ...figures], at) => {
    const [writtenName, ...others] = written[at];
    const number = (/** @type {string} */ figure) => Number(figure.replaceAll(',', ''));
    const isNear = (/** @type {string} */ figure, /** @type {number} */ column) =>
      Math.abs(number(others[column]) / number(figure) - 1) <= tolerance;
    return name === writtenName && figures.every(isNear);
  });

/** @param {{ update?: boolean }} [options] @returns {Promise<number>} how many entries were weighed */
export async function checkSizes({ update = false } = {}) {
  const weights = await weighEntries();
  console.log(sizeTable(weights));
  const measured = rows(weights);
  if (update) writeMarked(docs, 'sizes', table(['bytes', 'raw', 'gzip', 'brotli'], measured));
  const written = readMarked(docs, 'sizes').split('\n').slice(2).map(cells);
  if (!isTrue(measured, written)) {
    throw new Stop('The table of docs/size.md is no longer true: `npm run size -- --update` writes it.');
  }
  const over = weights.filter(isOverBudget);
  if (over.length > 0) {
    throw new Stop(`Over the budget of budget.json: ${over.map(({ entry }) => `"${entry}"`).join(', ')}.`);
  }
  return weights.length;
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await checkSizes(parseArgs({ options: { update: { type: 'boolean' } } }).values);
  });
}

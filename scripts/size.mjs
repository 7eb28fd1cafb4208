// `npm run size`: the weight of each entry of what was built last; fails when one is over its budget.
import { isOverBudget, sizeTable, weighEntries } from './lib/sizes.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';

/** @returns {Promise<number>} how many entries were weighed */
export async function checkSizes() {
  const weights = await weighEntries();
  console.log(sizeTable(weights));
  const over = weights.filter(isOverBudget);
  if (over.length > 0) {
    throw new Stop(`Over the budget of budget.json: ${over.map(({ entry }) => `"${entry}"`).join(', ')}.`);
  }
  return weights.length;
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await checkSizes();
  });
}

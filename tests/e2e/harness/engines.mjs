// Which engines the tests run in: ENGINES=chromium,firefox,webkit.
const ALL = ['chromium', 'firefox', 'webkit'];

/** @returns {string[]} */
export function chosenEngines() {
  const chosen = (process.env.ENGINES ?? 'chromium')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = chosen.filter((name) => !ALL.includes(name));
  if (unknown.length > 0 || chosen.length === 0) {
    throw new Error(`ENGINES must name some of ${ALL.join(', ')}, separated by commas; got "${process.env.ENGINES}"`);
  }
  return chosen;
}

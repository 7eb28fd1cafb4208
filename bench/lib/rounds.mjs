// Takes samples in alternation, so that a noisy machine is as noisy for everybody. Imports nothing.

/**
 * @template T
 * @param {string[]} names
 * @param {number} rounds
 * @param {(name: string) => Promise<T>} take
 * @returns {Promise<Map<string, { samples: T[], failure?: string }>>} whoever fails twice running is left alone
 */
export async function alternate(names, rounds, take) {
  /** @type {Map<string, { samples: T[], failure?: string, failures: number }>} */
  const all = new Map(names.map((name) => [name, { samples: [], failures: 0 }]));
  for (let round = 0; round < rounds; round++) {
    // Another order each time: none is always behind the same one.
    for (let at = 0; at < names.length; at++) {
      const name = names[(at + round) % names.length] ?? '';
      const kept = all.get(name);
      if (!kept || kept.failures >= 2) continue;
      try {
        kept.samples.push(await take(name));
        kept.failures = 0;
      } catch (error) {
        kept.failures += 1;
        if (kept.samples.length === 0)
          kept.failure = String(error instanceof Error ? error.message : error).split('\n')[0];
      }
    }
  }
  for (const kept of all.values()) if (kept.samples.length > 0) delete kept.failure;
  return all;
}

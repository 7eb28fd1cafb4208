// The test files that took longest, as `npm test` says at its end.
import { duration } from '../lib/progress.mjs';

/**
 * @param {{ name: string, times?: import('./results.mjs').FileTime[] }[]} stages
 * @param {number} [most]
 * @returns {string} a table; nothing when no time is known
 */
export function slowest(stages, most = 10) {
  const rows = stages
    .flatMap(({ name, times = [] }) => times.map(({ file, ms }) => ({ name, file, ms })))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, most);
  if (rows.length === 0) return '';
  const lines = rows.map(({ name, file, ms }) => `${duration(ms).padStart(12)}  ${name.padEnd(18)}${file}`);
  return ['slowest test files', ...lines].join('\n');
}

// Medians, their spread, and how both are written. Imports nothing.

/** @param {number[]} samples @returns {number[]} */
const sorted = (samples) => [...samples].sort((a, b) => a - b);

/** @param {number[]} samples @returns {number} */
export const median = (samples) => quantile(samples, 0.5);

/** @param {number[]} samples @param {number} part from 0 to 1 @returns {number} */
export function quantile(samples, part) {
  const values = sorted(samples);
  return values[Math.min(values.length - 1, Math.floor(values.length * part))];
}

/** @param {number} value @returns {string} with as many digits as mean something */
export const round = (value) =>
  value.toLocaleString('en', { maximumFractionDigits: value < 1 ? 2 : value < 100 ? 1 : 0 });

/** @param {number[]} samples @returns {string} the median, and between what half of the samples lie */
export const spread = (samples) =>
  `${round(median(samples))} (${round(quantile(samples, 0.25))}–${round(quantile(samples, 0.75))})`;

/** @param {number[]} samples @param {number[]} others @returns {string} how many times as much the first are, by their medians */
export const times = (samples, others) => `${(median(samples) / median(others)).toFixed(2)}×`;

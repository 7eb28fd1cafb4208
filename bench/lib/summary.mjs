// One table of what the charts show, with a row for each contender. Imports `contenders` and `figures`.
import { table } from '../../scripts/lib/marked.mjs';
import { contenders } from './contenders.mjs';
import { round } from './figures.mjs';

/**
 * @typedef {object} Chart
 * @property {string} title
 * @property {string} short the same in a few words, with the unit
 * @property {{ label: string, value: number, ours?: boolean, as?: string }[]} bars `as`: the label of the contender that it
 *   counts for, if that is another one
 */

/** The default entry in pages that get ready for the click. */
export const PREPARED = '`.`, after `prepare()`';

/** @param {Chart[]} charts @returns {string} a Markdown table; who is not in a chart has no figure there */
export function summary(charts) {
  const labels = Object.entries(contenders).flatMap(([name, { label }]) =>
    name === 'ours' ? [label, PREPARED] : label,
  );
  /** @param {Chart} chart @param {string} label */
  const of = (chart, label) => chart.bars.find((bar) => (bar.as ?? bar.label) === label);
  const rows = labels.map((label) => [
    label,
    ...charts.map((chart) => {
      const bar = of(chart, label);
      return bar ? round(bar.value) : '';
    }),
  ]);
  return table(
    ['', ...charts.map(({ short }) => short)],
    rows.filter((cells) => cells.slice(1).some(Boolean)),
  );
}

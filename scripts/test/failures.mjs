// Finds what failed in the output of the test runners, so that `npm test` can say it once more at its end: a long run's
// failures are far up, and what a CI machine shows is often cut.
import { stripVTControlCharacters } from 'node:util';

/** Lines of each failure: its name, the message, and where; a whole stack says no more. */
const most = 30;

/** How each runner writes a failed test, from its first line to the one before the next. */
const reports = [
  // node --test, its reporter `spec`: the list after the closing lines.
  /^test at (?<where>.+)\n✖ (?<name>.+) \(\d[\d.]*ms\)\n(?<why>(?: {2}.*\n|\n(?= {2}))*)/gm,
  // cargo test
  /^---- (?<name>\S+) stdout ----\n(?<why>[\s\S]*?)(?=\n\n(?:----|failures:))/gm,
  // The runner of the browser tests, of a file that it ended.
  /^✖ (?<name>\S+ was ended by .+)$/gm,
];

/** @param {string} output of runners, in colour or not @returns {string[]} a text for each test that failed */
export function failures(output) {
  const plain = stripVTControlCharacters(output).replaceAll('\r\n', '\n');
  return reports
    .flatMap((report) => [...plain.matchAll(report)])
    .map(({ groups = {} }) => {
      const { where, name, why = '' } = groups;
      const lines = [where ? `${name} (${where})` : name, ...why.trimEnd().split('\n')].filter((line) => line.trim());
      return lines.length > most ? [...lines.slice(0, most), '  …'].join('\n') : lines.join('\n');
    });
}

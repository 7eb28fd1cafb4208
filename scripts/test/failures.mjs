// Finds what failed in the output of the test runners, so that `npm test` can say it once more at its end: a long run's
// failures are far up, and what a CI machine shows is often cut.
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ name: string, file?: string, cargo?: boolean }} Failed `file`: its path, or its name alone */

/** Lines of each failure between its name and the command: the message, what was expected and found, and where. */
const most = 30;

/** How each runner writes a failed test, from its first line to the one before the next. */
const reports = [
  // node --test, its reporter `spec`: the list after the closing lines.
  /^test at (?<where>.+)\n✖ (?<name>.+) \((?<took>\d[\d.]*ms)\)\n(?<why>(?: {2}.*\n|\n(?= {2}))*)/gm,
  // cargo test
  /^---- (?<cargo>\S+) stdout ----\n(?<why>[\s\S]*?)(?=\n\n(?:----|failures:))/gm,
  // The runner of the browser tests, of a file that it ended.
  /^✖ (?<ended>\S+) (?<how>was ended by .+)$/gm,
];

/** Lines of a stack in Node itself: they say nothing of the test. */
const inNode = /^\s+at (?:.*[( ])?node:/;

/**
 * @param {string} output of runners, in colour or not
 * @param {(failed: Failed) => string | undefined} [alone] the command that runs only that test, or little more
 * @returns {string[]} a text for each test that failed, its name in the first line and the command in the last
 */
export function failures(output, alone = () => undefined) {
  const plain = stripVTControlCharacters(output).replaceAll('\r\n', '\n');
  const files = filesOfFailed(plain);
  return reports
    .flatMap((report) => [...plain.matchAll(report)])
    .map(({ groups = {} }) => {
      const { where, name, took, cargo, ended, how, why = '' } = groups;
      const file = ended ?? files.get(`${name} (${took})`) ?? /^(.+\.test\.mjs):\d+:\d+$/.exec(where ?? '')?.[1];
      // The place that is told can be where a shared helper defines the test.
      const place = where?.includes('.test.mjs') ? where : (file ?? where);
      const title = ended ? `${ended} ${how}` : (cargo ?? (place ? `${name} (${place})` : name)) || 'a test';
      const lines = why.split('\n').filter((line) => line.trim() && !inNode.test(line));
      const command = alone({ name: cargo ?? name ?? '', file, cargo: cargo !== undefined });
      return [
        title,
        ...(lines.length > most ? [...lines.slice(0, most), '  …'] : lines),
        ...(command ? [`  alone: ${command}`] : []),
      ].join('\n');
    });
}

/**
 * The runner of the browser tests says the file after its tests.
 * @param {string} plain output
 * @returns {Map<string, string>} by the name of a failed test, with its time, the name of its file
 */
function filesOfFailed(plain) {
  const files = new Map();
  /** @type {string[]} */
  let failed = [];
  for (const line of plain.split('\n')) {
    const [, test] = /^ *✖ (.+ \(\d[\d.]*ms\))$/.exec(line) ?? [];
    if (test) failed.push(test);
    const [, file] = /^✔ (\S+\.test\.mjs) has ended \(/.exec(line) ?? [];
    // The list of failed tests, at the end of a run, repeats them, maybe before the next file of another process.
    if (file) for (const name of failed) if (!files.has(name)) files.set(name, file);
    if (file || /^ℹ tests \d|^✖ \S+ was ended by /.test(line)) failed = [];
  }
  return files;
}

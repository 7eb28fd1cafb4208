// A reporter for `node --test`, beside the one for people: what became of each test and suite, a line of JSON for each, goes into the
// file that TEST_RECORD names. results.mjs reads it.
import { appendFileSync } from 'node:fs';
import { inspect } from 'node:util';

/** Node's own reporter, and this one. @type {string[]} */
export const reporters = ['spec', import.meta.url].flatMap((reporter) => [
  `--test-reporter=${reporter}`,
  '--test-reporter-destination=stdout',
]);

/** @param {{ skip?: unknown }} data @param {boolean} passed */
const resultOf = ({ skip }, passed) => (skip === undefined ? (passed ? 'passed' : 'failed') : 'skipped');

/** @param {AsyncIterable<{ type: string, data: any }>} events */
// biome-ignore lint/correctness/useYield: a reporter is a generator, and this one prints nothing.
export default async function* record(events) {
  const file = process.env.TEST_RECORD;
  let suite = '';
  for await (const { type, data } of events) {
    if (type === 'test:start' && data.nesting === 0) suite = data.name;
    if (!file || !/^test:(pass|fail)$/.test(type)) continue;
    const { duration_ms, type: kind, error } = data.details;
    const result = {
      // The runner of the browser tests has a process for each browser.
      process: process.pid,
      suite,
      name: data.name,
      outermost: data.nesting === 0,
      isSuite: kind === 'suite',
      result: resultOf(data, type === 'test:pass'),
      ms: duration_ms,
      file: data.file,
      line: data.line,
      // Of a suite whose tests have told it already there is nothing to say.
      ...(error && error.failureType !== 'subtestsFailed' && { why: inspect(error.cause ?? error) }),
    };
    appendFileSync(file, `${JSON.stringify(result)}\n`);
  }
}

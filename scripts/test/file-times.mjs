// A reporter for `node --test`, beside the one for people: says at the end how long each test file took.
import { relative } from 'node:path';
import { root } from '../lib/paths.mjs';

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* fileTimes(events) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for await (const { type, data } of events) {
    // What is within a suite is in the suite's time.
    if (!/^test:(pass|fail)$/.test(type) || data.nesting > 0 || !data.file) continue;
    times.set(data.file, (times.get(data.file) ?? 0) + (data.details?.duration_ms ?? 0));
  }
  for (const [file, ms] of times) yield `ℹ took ${Math.round(ms)} ms: ${relative(root, file)}\n`;
}

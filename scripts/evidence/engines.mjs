// The browsers by the names that people know, and which version of each is here.
import { ask, onPath } from '../lib/run.mjs';
import { findBrowsers } from '../setup/browsers.mjs';

/** @type {Record<string, string>} */
export const engineNames = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** @param {string} engine @returns {string} such as `128.5`, or that it does not tell */
export function engineVersion(engine) {
  const program = /** @type {Record<string, { browser?: string } | undefined>} */ (findBrowsers())[engine]?.browser;
  if (!program) return 'not here';
  // WebKit's small browser opens a display before it answers anything.
  const xvfb = engine === 'webkit' ? onPath('xvfb-run') : undefined;
  const answer = xvfb ? ask(xvfb, ['-a', program, '--version']) : ask(program, ['--version']);
  return /\d+(\.\d+)+/.exec(answer ?? '')?.[0] ?? 'unknown';
}

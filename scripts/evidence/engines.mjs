// The browsers by the names that people know, and which version of each is here.
import { ask, onPath } from '../lib/run.mjs';
import { findBrowsers } from '../setup/browsers.mjs';

/** @type {Record<string, string>} */
export const engineNames = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** @param {string} engine @returns {string} such as `128.5`, or that it does not tell; and what stood in for it */
export function engineVersion(engine) {
  const found = /** @type {Record<string, { browser?: string, shell?: string } | undefined>} */ (findBrowsers())[
    engine
  ];
  const program = found?.browser;
  if (!program) return 'not here';
  // WebKit's small browser opens a display before it answers anything.
  const xvfb = engine === 'webkit' ? onPath('xvfb-run') : undefined;
  const answer = xvfb ? ask(xvfb, ['-a', program, '--version']) : ask(program, ['--version']);
  const version = /\d+(\.\d+)+/.exec(answer ?? '')?.[0] ?? 'unknown';
  return found.shell ? `${version}, mostly its headless shell` : version;
}

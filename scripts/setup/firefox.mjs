// Firefox, and geckodriver, which Debian does not package: it is built from source once and kept in the user's cache.
import { join } from 'node:path';
import { isProgram, onPath, runStep } from '../lib/run.mjs';
import { keptPath, keptProgram } from './kept-program.mjs';

const geckodriver = '0.37.1';

const elsewhere = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const browser = () => process.env.FIREFOX || (onPath('firefox-esr', 'firefox') ?? elsewhere.find(isProgram));

const driver = () =>
  process.env.GECKODRIVER ||
  [keptPath(`geckodriver-${geckodriver}`)].find(isProgram) ||
  onPath('geckodriver', 'geckodriver.exe');

/** @type {import('./browsers.mjs').Engine} */
export const firefox = {
  needs: [
    {
      what: 'Firefox',
      find: browser,
      debian: () => ['firefox-esr'],
      otherwise: 'install it, or name it in the variable FIREFOX',
    },
  ],
  async prepare() {
    if (driver()) return;
    await keptProgram(`geckodriver-${geckodriver}`, async (folder) => {
      // Not a release build: that takes twice as long, and its speed is not what tests wait for.
      const args = ['install', 'geckodriver', '--version', geckodriver, '--locked', '--debug', '--root', folder];
      await runStep(`Building geckodriver ${geckodriver}`, 'cargo', args, { usually: '2 min' });
      return join(folder, 'bin', 'geckodriver');
    });
  },
  find() {
    const found = { browser: browser(), driver: driver() };
    return found.browser && found.driver ? { browser: found.browser, driver: found.driver } : undefined;
  },
};

// Firefox, and geckodriver, which Debian does not package: it is built from source once and kept in the user's cache.
import { isProgram, onPath } from '../lib/run.mjs';
import { cargoProgram } from './kept-program.mjs';
import { keptPath } from './kept-program.mjs';

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
    if (!driver()) await cargoProgram('geckodriver', geckodriver, '2 min');
  },
  find() {
    const found = { browser: browser(), driver: driver() };
    return found.browser && found.driver ? { browser: found.browser, driver: found.driver } : undefined;
  },
};

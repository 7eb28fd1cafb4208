// Chromium, or Google Chrome, and its driver.
import { isProgram, onPath } from '../lib/run.mjs';

/** Where browsers are that the PATH does not lead to. */
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const browser = () =>
  process.env.CHROME ||
  (onPath('chromium', 'google-chrome', 'google-chrome-stable', 'chrome') ?? elsewhere.find(isProgram));

const driver = () => process.env.CHROMEDRIVER || onPath('chromedriver', 'chromedriver.exe');

/** @type {import('./browsers.mjs').Engine} */
export const chromium = {
  needs: [
    {
      what: 'Chromium with ChromeDriver',
      find: () => browser() && driver(),
      // The sandbox is a package of its own, and only recommended; people who are not root need it.
      debian: () => ['chromium', 'chromium-driver', 'chromium-sandbox'],
      otherwise:
        'install Chrome and the ChromeDriver of its version, or name them in the variables CHROME and CHROMEDRIVER',
    },
  ],
  find() {
    const found = { browser: browser(), driver: driver() };
    return found.browser && found.driver ? { browser: found.browser, driver: found.driver } : undefined;
  },
};

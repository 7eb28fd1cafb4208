// Chromium, or Google Chrome, its driver, and its headless shell.
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

/**
 * The same engine without the browser round it, at half the work for each window. It has no popup blocker, so that some
 * tests need the whole browser; on a CI machine all run there.
 */
const shell = () =>
  process.env.CI
    ? undefined
    : (process.env.CHROME_HEADLESS_SHELL ?? onPath('chromium-headless-shell', 'chrome-headless-shell')) || undefined;

/** @type {import('./index.mjs').Requirement<string>} */
const headlessShell = {
  what: "Chromium's headless shell, in which its tests take half as long",
  find: shell,
  debian: () => ['chromium-headless-shell'],
  otherwise: 'install chrome-headless-shell of the version of Chrome, or name it in the variable CHROME_HEADLESS_SHELL',
};

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
    ...(process.env.CI ? [] : [headlessShell]),
  ],
  find() {
    const found = { browser: browser(), driver: driver(), shell: shell() };
    return found.browser && found.driver ? { ...found, browser: found.browser, driver: found.driver } : undefined;
  },
};

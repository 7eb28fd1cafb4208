// WebKitGTK's small browser and its driver, which stand for Safari's engine. It has no headless mode: it needs an X server.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, onPath } from '../lib/run.mjs';
import { xServer } from './desktop.mjs';

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** MiniBrowser is no command: it lies in the library's own folder, whose name holds the platform and the version. */
const miniBrowser = () =>
  ['/usr/lib', '/usr/libexec', ...list('/usr/lib').filter((folder) => folder.endsWith('-linux-gnu'))]
    .flatMap((folder) => list(folder).filter((path) => /webkit/.test(path)))
    .map((folder) => join(folder, 'MiniBrowser'))
    .filter(isProgram)
    // The newest library, where there are several.
    .sort()
    .at(-1);

const driver = () => process.env.WEBKITDRIVER || onPath('WebKitWebDriver');

/** @type {import('./browsers.mjs').Engine} */
export const webkit = {
  needs: [
    {
      what: 'WebKitGTK with WebKitWebDriver',
      find: () => miniBrowser() && driver(),
      debian: () => ['webkit2gtk-driver'],
      otherwise: 'it is to be had on Linux only (webkit2gtk-driver or webkitgtk, by distribution)',
    },
    xServer,
  ],
  find() {
    const found = { browser: miniBrowser(), driver: driver(), xvfb: xServer.find() };
    const { browser, driver: webDriver, xvfb } = found;
    return browser && webDriver && xvfb ? { browser, driver: webDriver, xvfb } : undefined;
  },
};

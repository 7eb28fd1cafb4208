// A browser that visits fresh pages, as fast as it is or slowed down. Imports the harness of the browser tests.
import { openSession } from '../../tests/e2e/harness/session.mjs';

let visits = 0;

/**
 * @typedef {object} Browser
 * @property {string} engine
 * @property {import('selenium-webdriver').WebDriver} driver
 * @property {(command: string, params?: object) => Promise<any>} devtools Chromium only
 * @property {(rate: number) => Promise<void>} slow the processor, so many times; Chromium only
 * @property {(path: string, host?: string) => Promise<void>} visit
 * @property {(script: Function | string, ...args: unknown[]) => Promise<any>} run in the page; what its promise rejects with
 * is thrown here
 */

/**
 * @template T
 * @param {string} engine
 * @param {Awaited<ReturnType<import('./server.mjs').serve>>} server
 * @param {(browser: Browser) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withBrowser(engine, server, use) {
  const { driver, devtools, quit } = await openSession(engine, {});
  try {
    await driver.manage().setTimeouts({ script: 600_000, pageLoad: 120_000 });
    return await use({
      engine,
      driver,
      devtools,
      slow: async (rate) => {
        if (engine === 'chromium') await devtools('Emulation.setCPUThrottlingRate', { rate });
      },
      // Another site each time: a process in which nothing has been compiled.
      visit: (path, host = `visit-${++visits}`) => driver.get(server.origin(host) + path),
      run: async (script, ...args) => {
        const { answer, error } = await driver.executeAsyncScript(
          `const done = arguments[arguments.length - 1];
           Promise.resolve().then(() => (${script})(...[...arguments].slice(0, -1)))
             .then((answer) => done({ answer }), (error) => done({ error: String(error?.message ?? error) }));`,
          ...args,
        );
        if (error) throw new Error(error);
        return answer;
      },
    });
  } finally {
    await quit();
  }
}

/** How often the processor is slowed down, by engine: only Chromium can. @param {string} engine @param {number[]} rates */
export const ratesOf = (engine, rates) => (engine === 'chromium' ? rates : [1]);

// Runs tests of the demo in browsers: one session and one demo for all of a file's tests, a new visitor for each.
import { after, afterEach, before, describe } from 'node:test';
import { startDemo } from '../../../www/serve.mjs';
import { chosenEngines } from '../../e2e/harness/engines.mjs';
import { openSession } from '../../e2e/harness/session.mjs';
import { Windows } from '../../e2e/harness/windows.mjs';
import { DemoPage } from './demo-page.mjs';

/**
 * @typedef {object} Tools  complete once the first test runs
 * @property {string} engine
 * @property {import('selenium-webdriver').WebDriver} driver
 * @property {(command: string, parameters?: object) => Promise<any>} devtools  Chromium's only
 * @property {Windows} windows
 * @property {import('../../../www/serve.mjs').Demo} demo
 * @property {DemoPage} page
 */

/**
 * @param {string} title
 * @param {(tools: Tools) => void} define
 * @param {{ engines?: string[], whole?: boolean, launch?: import('../../e2e/harness/launch.mjs').Launch, start?: () => Promise<import('../../../www/serve.mjs').Demo> }} [options]  `engines`:
 *   the tests exist only in these, for a reason that the file must tell; `whole`: Chromium's headless shell will not do; `launch`:
 *   the tests need a browser of their own, started in that way; `start`: they need a demo of their own
 */
export function demoSuite(
  title,
  define,
  { engines, whole = false, launch, start = () => startDemo({ ports: 0 }) } = {},
) {
  for (const engine of chosenEngines().filter((name) => !engines || engines.includes(name)))
    describe(`${title} (${engine})`, () => {
      const tools = { engine };
      let quit;

      before(async () => {
        const session = await openSession(engine, launch, { whole });
        quit = session.quit;
        const { driver, devtools } = session;
        const windows = await new Windows(driver).start();
        const demo = await start();
        Object.assign(tools, { driver, devtools, windows, demo, page: new DemoPage(driver, windows, demo.pageUrl) });
      });

      afterEach(async () => {
        await tools.page.leave();
        await tools.windows.closeOthers();
        await tools.driver.manage().deleteAllCookies();
        await tools.driver.get('about:blank');
      });

      after(async () => {
        await quit?.();
        await tools.demo?.close();
      });

      define(tools);
    });
}

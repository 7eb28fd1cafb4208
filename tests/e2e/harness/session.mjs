// The browser session of a test file: the one that run.mjs shares between all files, or else one of its own.
import { WebDriver } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';
import { Command } from 'selenium-webdriver/lib/command.js';
import { launch } from './launch.mjs';
import { findPrograms } from './programs.mjs';
import { returnUnhurried } from './unhurried.mjs';

/** The environment variable in which run.mjs hands its sessions to the test files: engine -> { url, sessionId, shell }. */
export const SHARED_SESSIONS = 'E2E_SHARED_SESSIONS';

/**
 * @param {'chromium' | 'firefox' | 'webkit'} engine
 * @param {import('./launch.mjs').Launch} [how] when given, the session is never a shared one
 * @param {{ whole?: boolean }} [needs] `whole`: a shared one in the headless shell will not do
 */
export async function openSession(engine, how, { whole = false } = {}) {
  const shared = JSON.parse(process.env[SHARED_SESSIONS] ?? '{}')[engine];
  if (how || !shared || (whole && shared.shell)) return equipped(await launch(engine, findPrograms(engine, how), how));
  const executor = new Executor(new HttpClient(shared.url));
  executor.w3c = true;
  const driver = new WebDriver(shared.sessionId, executor);
  return equipped({ engine, driver, ...shared, quit: async () => {} });
}

/**
 * Lets its driver return unhurried, and adds `devtools(command, params)`, the Chrome DevTools Protocol, where the engine has
 * it.
 */
async function equipped(session) {
  const { driver } = session;
  driver.getExecutor().defineCommand('devtools', 'POST', '/session/:sessionId/goog/cdp/execute');
  try {
    returnUnhurried(driver, await driver.getWindowHandle());
  } catch (error) {
    // What was launched for this would keep the test's process.
    await session.quit();
    throw error;
  }
  return {
    ...session,
    devtools: (cmd, params = {}) => driver.execute(new Command('devtools').setParameters({ cmd, params })),
  };
}

// Runs the tests of a file in each chosen engine: one session, one server, a fresh host page per test.
import { after, afterEach, before, describe, test } from 'node:test';
import { checkPage } from './checks.mjs';
import { DialogFrame } from './dialog-frame.mjs';
import { chosenEngines } from './engines.mjs';
import { common } from './handlers.mjs';
import { HostPage } from './host-page.mjs';
import { clickByMouse } from './mouse.mjs';
import { isAutomated } from './not-automated.mjs';
import { TestServer } from './server.mjs';
import { openSession } from './session.mjs';
import { Windows } from './windows.mjs';

/** @typedef {import('./launch.mjs').Launch} Launch */

/** Whether to skip what follows a failure: scripts/faults.mjs asks only whether there is one. */
const FIRST_FAILURE = Boolean(process.env.E2E_FIRST_FAILURE);

/**
 * @param {string} title
 * @param {(tools: { test: (name: string, body: (t: import('node:test').TestContext) => Promise<void>) => void, engine: string, browser: Browser }) => void} define
 * @param {{ launch?: Launch | ((server: TestServer) => Promise<Launch>), whole?: boolean, engines?: string[] }} [options]
 *   `launch`: the tests need a browser of their own, started in that way; `whole`: Chromium's headless shell will not do;
 *   `engines`: which of the chosen ones, all unless told
 */
export function suite(title, define, { launch, whole, engines = chosenEngines() } = {}) {
  for (const engine of engines.filter((name) => isAutomated(name, title))) {
    describe(`${title} (${engine})`, () => {
      const browser = new Browser(engine);
      let failed = false;
      /** Remembers that something has failed. */
      const noting = async (act) => {
        try {
          await act();
        } catch (error) {
          failed = true;
          throw error;
        }
      };
      before(() => browser.start(launch, { whole }));
      afterEach(() => noting(() => browser.finishTest()));
      after(() => browser.quit());
      define({
        test(name, body) {
          if (!isAutomated(engine, name)) return;
          test(name, (t) => (FIRST_FAILURE && failed ? t.skip('another has failed') : noting(() => body(t))));
        },
        engine,
        browser,
      });
    });
  }
}

/**
 * The same for tests that need more of Chromium than its headless shell has: the popup blocker, windows of the size that is
 * asked for, what becomes of a window that closes.
 * @param {Parameters<typeof suite>} args
 */
export const wholeBrowserSuite = (...[title, define, options]) => suite(title, define, { ...options, whole: true });

/** What a test needs of its browser. */
export class Browser {
  #pages = [];
  /** Whether the session's own window shows something else than a host page. */
  #strange = false;

  constructor(engine) {
    this.engine = engine;
  }

  async start(how, needs) {
    this.server = await new TestServer().start();
    this.session = await openSession(this.engine, typeof how === 'function' ? await how(this.server) : how, needs);
    clickByMouse(this.session);
    this.driver = this.session.driver;
    this.windows = await new Windows(this.driver).start();
  }

  /**
   * Opens a host page whose buttons run `handlers`. These run in the page, and see only the harness and `args`.
   * @param {Record<string, Function>} handlers
   * @param {{ args?: object, headers?: Record<string, string>, host?: string, entry?: string, page?: string }} [options]
   */
  async open(handlers, { host = 'localhost', ...options } = {}) {
    await this.checkPages();
    const path = this.server.visit({ handlers, entry: process.env.E2E_ENTRY ?? '.', ...options });
    const page = new HostPage(this, { url: this.server.origin(host) + path });
    this.#pages.push(page);
    return page.load();
  }

  /**
   * A host page that opens one dialog when it is asked to.
   * @param {{ script?: Function, served?: object, code?: string | null, codes?: string[], display?: string,
   *   options?: object, handlers?: Record<string, Function>, args?: object, [visit: string]: any }} [how] `script`: what the
   *   dialog's page does, and `served` how it comes from the server; `code`: another one, null: none yet; `codes`: what a
   *   function gives, one after another; `display`, `options`: of the dialog; `handlers`, `args`: besides those of
   *   handlers.mjs; the rest is for `open`
   */
  async prepared({ script, served, codes, display, options, handlers, args, ...how } = {}) {
    const { code = codes ? codes[0] : this.server.dialog(script, served), ...visit } = how;
    const given = { code, codes, display, options, ...args };
    const page = await this.open({ ...common, ...handlers }, { ...visit, args: given });
    if (options?.accountId) page.secrets.push(options.accountId);
    return Object.assign(page, { code, display });
  }

  /** A host page with a dialog that a click has opened. @param {Parameters<Browser['prepared']>[0]} [how] */
  async opened(how) {
    const page = await this.prepared(how);
    await page.click();
    return page;
  }

  /** A host page in a frame of another one, which runs `handlers`. @param {object} [attributes] of that frame */
  async framed(visit, attributes = {}, outer = undefined) {
    const around = outer ?? (await this.open({}));
    await around.addFrame(this.server.visit(visit), attributes);
    return this.found({ frame: 0 });
  }

  /** The code of a dialog that says that to its page at once. */
  saying(message) {
    return this.server.dialog((dialog, args) => dialog.post(args), { args: message });
  }

  /** The code of a dialog that finishes at once. */
  finishing(authId = 'auth-1') {
    return this.saying({ type: 'tray.authpopup.finish', authId, authType: 'oauth' });
  }

  /** The code of a dialog that reports an error at once. */
  failing() {
    return this.saying({ type: 'tray.authPopup.error', error: 'no' });
  }

  /** A host page that something else has opened: in another window, or in a frame. */
  async found(where) {
    const page = await new HostPage(this, where).ready();
    this.#pages.push(page);
    if (where.handle) this.#strange = true;
    return page;
  }

  /** What is in an iframe of the host page, which a function finds that runs there. */
  frameOf(page, find) {
    return new DialogFrame(page, find);
  }

  /** Checks on each open page what must hold after every test. */
  async checkPages() {
    for (const page of this.#pages.splice(0)) if (!page.left) await checkPage(page);
  }

  /**
   * Checks the open pages, and closes the other windows. A host page stays until the next one replaces it. Other pages are left
   * now: in Firefox a window that a page has tried to close counts as closed until it shows a page of another process.
   */
  async finishTest() {
    try {
      await this.driver.switchTo().window(this.windows.main);
      await this.checkPages();
    } finally {
      await this.windows.closeOthers();
      if (this.#strange) await this.driver.get('about:blank');
      this.#strange = false;
    }
  }

  async quit() {
    try {
      // The page must be gone before its server is.
      await this.driver?.get('about:blank');
    } finally {
      // Whatever stays open keeps the whole run from ending.
      await this.server?.close();
      await this.session?.quit();
    }
  }
}

// A real browser, Chromium unless told, beside a simulated Tray, and the one thing that every consumer must be able to do in it.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { clickByMouse } from '../../e2e/harness/mouse.mjs';
import { openSession } from '../../e2e/harness/session.mjs';
import { until } from '../../e2e/harness/wait.mjs';
import { Windows } from '../../e2e/harness/windows.mjs';
import { serve } from './serve.mjs';
import { startTray } from '../../../www/tray/server.mjs';

/**
 * @param {string} title
 * @param {(browser: Visitor) => void} define the tests
 * @param {{ launch?: import('../../e2e/harness/launch.mjs').Launch, engine?: string }} [options] `launch`: the tests need a
 *   browser of their own
 */
export function browserSuite(title, define, { launch, engine } = {}) {
  describe(title, () => {
    const visitor = new Visitor(engine);
    before(() => visitor.start(launch));
    after(() => visitor.leave());
    define(visitor);
  });
}

export class Visitor {
  constructor(engine = 'chromium') {
    this.engine = engine;
  }

  /** @param {import('../../e2e/harness/launch.mjs').Launch} [launch] */
  async start(launch) {
    this.session = await openSession(this.engine, launch);
    clickByMouse(this.session);
    this.driver = this.session.driver;
    this.windows = await new Windows(this.driver).start();
    this.tray = await startTray();
  }

  async leave() {
    await this.windows?.closeOthers();
    await this.driver?.get('about:blank');
    await this.tray?.close();
    await this.session?.quit();
  }

  /** Opens a consumer's page and waits for its button. */
  async visit(url) {
    // The page before may still look for its server, as those of development servers do: it goes first, then its problems.
    await this.driver.get('about:blank');
    await this.problems();
    const page = new URL(url);
    page.searchParams.set('host', this.tray.origin);
    await this.driver.get(page.href);
    await until('the button of the page', () => this.driver.executeScript(() => Boolean(globalThis.ready)), {
      explain: () => this.problems(),
    });
  }

  /** A real click on the page's button; what the page made of it. */
  async connect() {
    await this.click('connect');
    return this.outcome();
  }

  async click(id) {
    await (await this.driver.findElement({ id })).click();
  }

  /** What the page shows in the end: a result or an error. */
  async outcome() {
    const text = await until('an outcome', () => this.run(() => document.getElementById('outcome').textContent), {
      explain: () => this.problems(),
    });
    return JSON.parse(text);
  }

  /** What Chromium's console said since it was last asked, the page's own `console.log` and `info` excepted. */
  async problems() {
    if (this.engine !== 'chromium') return [];
    const lines = await this.driver.manage().logs().get('browser');
    return lines.filter(({ level }) => level.value >= 900).map(({ message }) => message);
  }

  /** What a module worker of the page posts, or the error that ended it. */
  async inWorker(url) {
    await this.run((address) => {
      const worker = new Worker(address, { type: 'module' });
      worker.onmessage = ({ data }) => (globalThis.answer = data);
      worker.onerror = ({ message }) => (globalThis.answer = message ?? 'the worker could not be loaded');
    }, url);
    return until('an answer of the worker', () => this.run(() => globalThis.answer));
  }

  /** What every consumer must be able to do: a click opens a dialog, its result arrives, and the console stays empty. */
  async opensDialogAt(url) {
    await this.visit(url);
    const outcome = await this.connect();
    const { authId, authValue } = outcome;
    assert.equal(typeof authId, 'string', JSON.stringify(outcome));
    assert.deepEqual(authValue, { externalId: 'external_slack_authentication', authId });
    await this.windows.allClosed();
    assert.deepEqual(await this.problems(), []);
  }

  /** The same for a built page in that folder. @param {import('node:test').TestContext} t */
  async opensDialogIn(t, folder) {
    const server = await serve(folder);
    t.after(server.close);
    await this.opensDialogAt(server.origin);
  }

  run(fn, ...args) {
    return this.driver.executeScript(fn, ...args);
  }
}

// A host page in the browser, as a test sees it: clicks its buttons, waits for what follows, and reads what the page recorded.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { DialogFrame } from './dialog-frame.mjs';
import { findFrame } from './handlers.mjs';
import { Modal } from './modal.mjs';
import { until } from './wait.mjs';

/** Runs in the page: no problems once it has loaded the package, or those that keep it from that. */
const loaded = () =>
  window.harness?.report ? [] : window.instrument?.problems.length > 0 && window.instrument.problems;

export class HostPage {
  /** Problems that this test provokes: each pattern must match at least one, and no other may occur. */
  expected = [];
  /** Problems that may occur or not. */
  allowed = [];
  /** Texts that no event, message or log of the page may hold, besides the authorization codes. */
  secrets = [];

  /**
   * @param {import('./suite.mjs').Browser} browser
   * @param {{ url?: string, handle?: string, frame?: number }} [where] `handle`: in another window than the test's own;
   *   `frame`: in the frame of that index
   */
  constructor(browser, { url, handle, frame } = {}) {
    const { driver, windows, server } = browser;
    Object.assign(this, { browser, url, handle, frame, driver, windows, server });
  }

  /** Goes there and waits until the package is loaded. */
  async load() {
    await this.driver.get(this.url);
    return this.ready(`return Promise.resolve(window.instrument?.change(0)).then(${loaded})`);
  }

  /**
   * Waits until the page has loaded the package. If it may still be replacing another page, `look` must answer at once: WebKit's
   * driver never answers for a promise of a page that is gone.
   */
  async ready(look = loaded) {
    const problems = await until('the host page to load the package', () => this.run(look));
    if (problems.length > 0) throw new Error(`The host page could not load the package: ${JSON.stringify(problems)}`);
    return this;
  }

  /** Runs `visit()` with the driver in this page, and comes back. */
  async inside(visit) {
    const { handle = this.windows.main, frame, driver } = this;
    const away = handle !== this.windows.main;
    if (away) await driver.switchTo().window(handle);
    if (frame !== undefined) await driver.switchTo().frame(frame);
    try {
      return await visit();
    } finally {
      if (away || frame !== undefined) await driver.switchTo().window(this.windows.main);
    }
  }

  /** A real click, which is a user gesture, on the button of that handler. */
  click(name = 'open') {
    return this.inside(async () => (await this.driver.findElement({ id: name })).click());
  }

  /** Starts a handler without a user gesture. WebDriver would wait for a promise, so nothing is returned. */
  call(name, ...args) {
    return this.run((handler, more) => void window.harness.call(handler, ...more), name, args);
  }

  /** Runs a function in the page without a user gesture. */
  run(fn, ...args) {
    return this.inside(() => this.driver.executeScript(fn, ...args));
  }

  /** Fulfils the promise that a handler got from `harness.promise(name)`. */
  resolve(name, value) {
    return this.run((...given) => window.harness.settle(...given), name, 'resolve', value);
  }

  /** Rejects it. */
  reject(name, message) {
    return this.run((...given) => window.harness.settle(...given), name, 'reject', message);
  }

  report() {
    return this.run(() => window.harness.report());
  }

  explain = async () => `The page reports: ${JSON.stringify(await this.report(), null, 1)}`;

  /** Waits until `look(report)` answers something truthy, and returns that. An error of the page ends the wait. */
  until(what, look, { patience } = {}) {
    const known = [/^(csp|console): /, ...this.expected, ...this.allowed];
    const isError = ({ kind, text }) => !known.some((pattern) => pattern.test(`${kind}: ${text}`));
    let seen;
    const ask = async () => {
      const report = await this.run(async (since) => {
        await window.instrument.change(since);
        return window.harness.report();
      }, seen);
      seen = report.version;
      const answer = look(report);
      const error = !answer && report.problems.find(isError);
      if (error) throw new Error(`Waited for ${what}, but the page has an ${error.kind}: ${error.text}`);
      return answer;
    };
    return until(what, ask, { patience, waits: true, explain: this.explain });
  }

  /** The first settlement of a dialog: `{ value }` or `{ error }`, and the state in which it left the dialog. */
  settlement(name = 'dialog') {
    return this.until(`${name} to settle`, ({ dialogs }) => {
      const { settlements, thrown } = dialogs[name] ?? {};
      if (thrown) throw new Error(`Expected ${name} to open, but the call threw ${thrown.text}`);
      return settlements?.[0];
    });
  }

  /** The result of a dialog that must succeed. */
  async result(name) {
    const { value, error } = await this.settlement(name);
    if (error) throw new Error(`Expected a result, got ${error.code}: ${error.message}`);
    return value;
  }

  /**
   * The result of a dialog that posts finish and closes its window in one task. On a busy machine Firefox may deliver the
   * message after the window is gone, without a source: then nobody can tell whose it is, and there is no result.
   */
  async resultUnlessNameless() {
    const end = await this.until(
      'the dialog to settle, or a message without a source',
      ({ dialogs, messagesFromNobody }) =>
        (dialogs.dialog?.settlements.length > 0 && 'settled') ||
        (this.browser.engine === 'firefox' && messagesFromNobody > 0 && 'nameless'),
    );
    if (end === 'settled') return this.result();
    await this.until('the window to be found closed', ({ dialogs }) => dialogs.dialog.state === 'closing');
    return undefined;
  }

  /** The error of a dialog that must fail with `code`. */
  async failure(code, name) {
    const { value, error } = await this.settlement(name);
    if (error?.code !== code) throw new Error(`Expected ${code}, got ${JSON.stringify(error ?? value)}`);
    return error;
  }

  /** The error that the call itself threw. */
  thrown(name = 'dialog') {
    return this.until(`${name} to throw`, ({ dialogs }) => dialogs[name]?.thrown);
  }

  /** The first event of that type. */
  event(type, name = 'dialog') {
    const isIt = (event) => event.type === type;
    return this.until(`the event ${type} of ${name}`, ({ dialogs }) => dialogs[name]?.events.find(isIt));
  }

  /** All event types of a dialog so far, in order. */
  async eventTypes(name = 'dialog') {
    return (await this.report()).dialogs[name].events.map((event) => event.type);
  }

  /** Waits until `count` messages from an origin have been dispatched in this page, to the package too. */
  messagesFrom(origin, count = 1, { patience } = {}) {
    // Counted in the page: there may be very many.
    const look = (from, enough) => instrument.messages.filter((message) => message.origin === from).length >= enough;
    const what = `${count} message(s) from ${origin}`;
    return until(what, () => this.run(look, origin, count), { patience, explain: this.explain });
  }

  /** The first note of the page's handlers. */
  async note() {
    return (await this.notes(1))[0];
  }

  /** All their notes, when there are at least `count`. */
  notes(count, options) {
    return this.until(`${count} note(s)`, ({ notes }) => notes.length >= count && notes, options);
  }

  /** The modal, when it is shown. */
  modal() {
    return new Modal(this).shown();
  }

  /** Waits for the next task of the page: an unhandled rejection is reported before it. */
  nextTask() {
    return this.run(() => new Promise((resolve) => setTimeout(resolve)));
  }

  /** The page of the dialog that `Browser.opened` has opened, when it is ready: in its window or frame. */
  async dialog() {
    const isFramed = this.display && this.display !== 'popup';
    return (isFramed ? new DialogFrame(this, findFrame) : await this.popup()).ready();
  }

  /** The dialog gives its result: with that id, by itself or, if `place` is its window or frame, by what is done there. */
  async finishes({ id = 'auth-1', name, place } = {}) {
    await place?.finish(id);
    assert.equal((await this.result(name)).authId, id);
  }

  /** The dialog is closed, and its one `close` event says by whom. */
  async closedBy(by, name = 'dialog') {
    await this.failure('closed', name);
    const closes = (await this.report()).dialogs[name].events.filter(({ type }) => type === 'close');
    assert.deepEqual(closes, [{ type: 'close', by }]);
  }

  /** Puts a frame into the page. */
  addFrame(src, attributes = {}) {
    const add = (url, given) => {
      const frame = document.createElement('iframe');
      for (const [name, value] of Object.entries(given)) frame.setAttribute(name, value);
      frame.src = url;
      document.body.append(frame);
    };
    return this.run(add, src, attributes);
  }

  /** Adds a style sheet to those of the page. */
  style(css) {
    return this.run((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, css);
  }

  /** Waits until no listener, timer or observer is left that was not there before the package was used. */
  async returnsToBaseline() {
    let seen;
    const look = async () => {
      seen = await this.run(() => ({ now: instrument.live(), before: harness.baseline.live }));
      return isDeepStrictEqual(seen.now, seen.before);
    };
    await until('what dialogs left behind to go', look, { explain: () => JSON.stringify(seen, null, 1) });
  }

  /** The next window that appears. */
  popup() {
    return this.windows.next();
  }

  /** Says that a problem may occur, where engines differ. */
  allowProblem(pattern) {
    this.allowed.push(pattern);
  }

  /** Says that this test provokes a problem in the page, such as an error that a callback throws. */
  expectProblem(pattern) {
    this.expected.push(pattern);
  }
}

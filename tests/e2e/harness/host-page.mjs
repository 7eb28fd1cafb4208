// A host page in the browser, as a test sees it: click its buttons, wait for what comes of it, and hold it against the
// promises that every dialog makes (checks.mjs).
import { until } from './wait.mjs';

export class HostPage {
  /** Problems that this test provokes: each pattern must match at least one, and no other may occur. */
  expected = [];
  /** Texts that no event, message or log of the page may hold, besides the authorization codes. */
  secrets = [];

  constructor({ driver, windows, server, url }) {
    Object.assign(this, { driver, windows, server, url });
  }

  async load() {
    await this.driver.get(this.url);
    const ready = () => this.driver.executeScript(() => Boolean(window.harness?.report) || window.instrument?.problems);
    const state = await until('the host page to load the package', async () => {
      const answer = await ready();
      return answer === true || (answer?.length > 0 && answer);
    });
    if (state !== true) throw new Error(`The host page could not load the package: ${JSON.stringify(state)}`);
    return this;
  }

  /** A real click, which is a user gesture, on the button of that handler. */
  async click(name = 'open') {
    await (await this.driver.findElement({ id: name })).click();
  }

  /** Runs a handler in the page without a user gesture. */
  call(name, ...args) {
    return this.driver.executeScript((handler, more) => window.harness.call(handler, ...more), name, args);
  }

  /** Runs a function in the page without a user gesture. */
  run(fn, ...args) {
    return this.driver.executeScript(fn, ...args);
  }

  /** Fulfils the promise that a handler got from `harness.promise(name)`. */
  resolve(name, value) {
    return this.run((which, result) => window.harness.settle(which, 'resolve', result), name, value);
  }

  /** Rejects the promise that a handler got from `harness.promise(name)`. */
  reject(name, message) {
    return this.run((which, text) => window.harness.settle(which, 'reject', text), name, message);
  }

  report() {
    return this.run(() => window.harness.report());
  }

  /** Waits until `look(report)` answers something truthy, and returns that. */
  until(what, look) {
    return until(what, async () => look(await this.report()), {
      explain: async () => `The page reports: ${JSON.stringify(await this.report(), null, 1)}`,
    });
  }

  /** The first settlement of a dialog: `{ value }` or `{ error }`, and the state in which it left the dialog. */
  settlement(name = 'dialog') {
    return this.until(`${name} to settle`, ({ dialogs }) => dialogs[name]?.settlements[0]);
  }

  /** The result of a dialog that must succeed. */
  async result(name) {
    const { value, error } = await this.settlement(name);
    if (error) throw new Error(`Expected a result, got ${error.code}: ${error.message}`);
    return value;
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
    return this.until(`the event ${type} of ${name}`, ({ dialogs }) => dialogs[name]?.events.find((event) => event.type === type));
  }

  /** All event types of a dialog so far, in order. */
  async eventTypes(name = 'dialog') {
    return (await this.report()).dialogs[name].events.map((event) => event.type);
  }

  /** Waits until `count` messages from an origin have been dispatched in this page, to the package too. */
  messagesFrom(origin, count = 1) {
    return this.until(`${count} message(s) from ${origin}`, ({ messages }) => messages.filter((message) => message.origin === origin).length >= count);
  }

  note() {
    return this.until('a note', ({ notes }) => notes[0]);
  }

  /** The next window that appears. */
  popup() {
    return this.windows.next();
  }

  /** Says that this test provokes a problem in the page, such as an error that a callback throws. */
  expectProblem(pattern) {
    this.expected.push(pattern);
  }
}

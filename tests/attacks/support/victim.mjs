// A host page with an open dialog, what strangers may do to it, and whether any of that changed what the page was told.
import assert from 'node:assert/strict';
import { DialogFrame } from '../../e2e/harness/dialog-frame.mjs';
import { PATIENCE } from '../../e2e/harness/wait.mjs';
import { frames, handlers, policy } from './host.mjs';
import { changes, untruths } from './judge.mjs';
import { ACCOUNT, FORGED, givenAway, stranger } from './messages.mjs';

/** Where a dialog may be: in a popup, in a modal, in an Element, or in a frame of the page's own that it is attached to. */
export const DISPLAYS = ['popup', 'modal', 'element', 'attached'];

/**
 * @typedef {object} Opening
 * @property {object} [options] of the dialog
 * @property {Record<string, Function>} [more] handlers of the page, and `args` for them
 * @property {object} [args]
 * @property {string} [host] of the page
 * @property {object} [headers] of the page
 * @property {string} [dialogHost]
 * @property {object} [dialog] how the dialog's page is served
 * @property {boolean} [waits] the code comes later
 * @property {boolean} [echo] whether the page answers every message with `heard`, as it does unless told
 * @property {() => Promise<void>} [first] done before the click
 * @property {(path: string) => Promise<import('../../e2e/harness/host-page.mjs').HostPage>} [found] how the host page is come
 *   by, when somebody else opens it
 * @property {import('../../e2e/harness/place.mjs').Place} [own] the dialog's window, when it is none that the page opens
 */

let strangers = 0;

export class Victim {
  tries = 0;
  /** What the page was told that it must not be, a text for each try. */
  accepted = [];
  /** The name of the true dialog. */
  name = 'dialog';
  #settled = false;

  /** @param {import('../../e2e/harness/suite.mjs').Browser} browser @param {string} display one of DISPLAYS */
  constructor(browser, display) {
    Object.assign(this, { browser, display });
  }

  /** Opens the host page, and by a click the dialog. @param {Opening} [how] */
  async open(how = {}) {
    const { options, args, host, dialogHost, waits, echo = true, more, first, dialog, found, headers, own } = how;
    const { browser, display } = this;
    this.code = browser.server.dialog(() => {}, dialog);
    this.origin = browser.server.origin(dialogHost ?? 'dialog.localhost');
    const all = { ...handlers, ...more };
    const given = { code: this.code, display, options: { accountId: ACCOUNT, ...options }, waits, ...args };
    if (dialogHost) given.dialogHost = dialogHost;
    const sent = { ...policy, ...headers };
    this.page = found
      ? await found(browser.server.visit({ handlers: all, args: given, headers: sent, entry: process.env.E2E_ENTRY }))
      : await browser.open(all, { host, headers: sent, args: given });
    this.page.secrets.push(ACCOUNT);
    await first?.();
    await this.page.click();
    // Added after the package's listener: by the time of the answer the package has given its own, if it gives one.
    if (echo) await this.page.call('echo');
    this.dialog = own ?? (display === 'popup' ? await this.page.popup() : new DialogFrame(this.page, frames[display]));
    if (!waits)
      this.url = await this.dialog.until('the dialog to be ready', () => window.dialog?.ready && location.href);
    // The window of the dialog, as scripts in the page can get it.
    await this.page.run(
      `window.own = (${frames[display] ?? (() => {})})()?.contentWindow ?? instrument.windows.at(-1)`,
    );
    return this;
  }

  /** What the host page is called in the dialog's own window. */
  get host() {
    return this.display === 'popup' ? 'opener' : 'parent';
  }

  /** The address of a stranger's page at that host. @param {object} [args] see `stranger` */
  stranger(host, args, options) {
    return this.browser.server.origin(host) + this.browser.server.page(stranger, { args, ...options });
  }

  /** Puts a frame into a page, the host's unless told, and waits until the stranger in it can speak. */
  async frame(attributes, into = this.page) {
    const id = `stranger-${++strangers}`;
    await into.run(
      (name, given) => {
        const frame = document.createElement('iframe');
        frame.id = name;
        for (const [attribute, value] of Object.entries(given)) frame.setAttribute(attribute, value);
        document.body.append(frame);
      },
      id,
      attributes,
    );
    const frame = new DialogFrame(into, `return document.getElementById('${id}')`);
    await frame.until('the stranger in the frame', () => typeof window.speak === 'function');
    return frame;
  }

  /** Another window that the host page opens, in a click. */
  async window(url, name = '_blank') {
    await this.page.run((...wanted) => Object.assign(window, { wanted }) && undefined, url, name);
    return this.opens(() => this.page.click('window'));
  }

  /** The window that a click opens, when the stranger in it can speak. */
  async opens(click) {
    await click();
    const other = await this.page.popup();
    await other.until('the stranger in the window', () => typeof window.speak === 'function');
    return other;
  }

  /** The dialog's own window goes to that stranger's page. */
  async strays(url, place = this.dialog) {
    await place.goTo(url, () => typeof window.speak === 'function');
  }

  /** And back to the dialog. */
  async returns() {
    await this.dialog.goTo(this.url, () => window.dialog?.ready === true);
  }

  /** A stranger says all that is forged, and the page has heard all of it and told it nothing. */
  forges(what, place, to, { messages = FORGED, ...more } = {}) {
    return this.try(
      what,
      async () => {
        const received = await place.run(
          (said, whom, patience) => {
            window.speak(said, whom);
            return Promise.race([window.heard(said.length), new Promise((resolve) => setTimeout(resolve, patience))]);
          },
          messages,
          to,
          PATIENCE,
        );
        if (!received) throw new Error('Waited in vain for the page to have heard it all.');
        return givenAway(received);
      },
      { tries: messages.length, ...more },
    );
  }

  /** Waits until the page has got `count` more messages from an origin than before `deliver`. */
  async hears(origin, count, deliver) {
    const before = await this.page.run(
      (from) => instrument.messages.filter((message) => message.origin === from).length,
      origin,
    );
    await deliver();
    await this.page.messagesFrom(origin, before + count, { patience: 60_000 });
  }

  /**
   * One try, or several that are made together: `deliver` resolves when it has proven that all of it arrived. Accepted is
   * whatever the page is told then, but for `ignored`, which is meant for this, `stalled`, which only time brings about, and
   * the `events` that are harmless.
   * @param {string} what
   * @param {() => Promise<string[] | void>} deliver may answer with what was accepted besides
   * @param {{ tries?: number, events?: string[], settles?: boolean }} [how] `settles`: the true dialog settles meanwhile,
   *   and `deliver` itself says what of that is wrong
   */
  async try(what, deliver, { tries = 1, events = [], settles = false } = {}) {
    const before = await this.page.report();
    const wrong = (await deliver()) ?? [];
    if (!settles) {
      const secrets = [this.code, ...this.page.secrets];
      wrong.push(...changes(before, await this.page.report(), ['ignored', 'stalled', ...events], secrets));
    }
    this.tries += tries;
    if (wrong.length > 0) this.accepted.push(`${what}: ${wrong.join('; ').slice(0, 1000)}`);
  }

  /** From now on the true dialog is the one of that name, in the page's frame of the same id. */
  async attachedTo(name) {
    this.name = name;
    this.dialog = await new DialogFrame(this.page, `return document.getElementById('${name}')`).ready();
  }

  /** The true dialog settles after all, where it may have to come back to, with its own word and once. */
  async settles() {
    if (this.#settled) return;
    if (!(await this.dialog.run(() => window.dialog?.ready))) await this.returns();
    await this.dialog.run(() => window.dialog.finish('auth-true'));
    await this.page.settlement(this.name);
    assert.deepEqual(await this.untrue(), []);
    this.#settled = true;
  }

  /** What is wrong with a dialog that has settled with the true `auth-true`. @returns {Promise<string[]>} */
  async untrue() {
    // An attached dialog knows nothing of what it is for.
    return untruths((await this.page.report()).dialogs[this.name], this.display !== 'attached');
  }

  /** The dialog has settled in another way, which the attack has checked. */
  done() {
    this.#settled = true;
  }
}

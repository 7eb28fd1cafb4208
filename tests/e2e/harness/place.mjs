// Where a page is: a window or a frame beside the host page. Every method goes there and comes back.
import { mayVanish } from './vanish.mjs';
import { until } from './wait.mjs';

/** @abstract `inside(visit)` runs `visit(driver)` there. */
export class Place {
  /** Runs a function there, without a user gesture. */
  run(fn, ...args) {
    return this.inside((driver) => mayVanish(() => driver.executeScript(fn, ...args)));
  }

  /** A real click on the element that a CSS selector finds. */
  click(css) {
    return this.inside(async (driver) => {
      const element = await driver.findElement({ css });
      await mayVanish(() => element.click());
    });
  }

  /** Waits until `look`, run there, answers something truthy. */
  until(what, look, ...args) {
    return until(what, () => this.run(look, ...args));
  }

  /** Waits until the page under a test's control has loaded and run its script. */
  async ready() {
    await this.until('the dialog to be ready', () => window.dialog?.ready === true);
    return this;
  }

  /** The dialog that is there finishes. */
  finish(id = 'auth-1') {
    return this.run((authId) => window.dialog.finish(authId), id);
  }

  /** The dialog that is there posts a message to its page. */
  post(message) {
    return this.run((data) => window.dialog.post(data), message);
  }

  /** Waits until the dialog that is there has so many messages of the page. @returns {Promise<object[]>} them */
  received(count = 1) {
    const look = (enough) => window.dialog.received.length >= enough && window.dialog.received;
    return this.until(`${count} message(s) of the page`, look, count);
  }

  /**
   * Navigates it, as its own page would, and waits until that page is gone, which could answer for the next one. The next page
   * may close at once, unless `hasCome` is given: then this waits until `hasCome`, run in the next page, is true.
   */
  async goTo(url, hasCome) {
    await this.run((where) => {
      window.leaving = true;
      location.assign(where);
    }, url);
    if (hasCome) await this.until('the next page to have come', `return !window.leaving && (${hasCome})()`);
    else await mayVanish(() => this.until('the page to be left', () => !window.leaving));
  }

  url() {
    return this.run(() => location.href);
  }
}

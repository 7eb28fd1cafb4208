// The page inside an iframe of the host page, also of one in a shadow root. Every method goes there and comes back.
import { mayVanish } from './vanish.mjs';
import { until } from './wait.mjs';

export class DialogFrame {
  /**
   * @param {import('./host-page.mjs').HostPage} page
   * @param {() => HTMLIFrameElement | undefined} find runs in the host page
   */
  constructor(page, find) {
    this.page = page;
    this.find = find;
  }

  /** Runs `visit(driver)` in the frame. */
  inside(visit) {
    const { driver } = this.page;
    return this.page.inside(async () => {
      const frame = await until('the iframe to be there', () => driver.executeScript(this.find));
      await driver.switchTo().frame(frame);
      try {
        return await visit(driver);
      } finally {
        await mayVanish(() => driver.switchTo().parentFrame());
      }
    });
  }

  /** Runs a function in the frame, without a user gesture. */
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

  /** Waits until `look`, run in the frame, answers something truthy. */
  until(what, look, ...args) {
    return until(what, () => this.run(look, ...args));
  }

  /** Waits until the page under a test's control has loaded and run its script. */
  async ready() {
    await this.until('the dialog to be ready', () => window.dialog?.ready === true);
    return this;
  }
}

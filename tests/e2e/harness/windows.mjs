// The windows of a browser session: the host page's own, and the popups that appear beside it.
import { mayVanish } from './vanish.mjs';
import { until } from './wait.mjs';

/** One window beside the host page's. Every method goes there and comes back. */
export class OtherWindow {
  constructor(windows, handle) {
    this.windows = windows;
    this.handle = handle;
  }

  /** Runs `visit(driver)` in this window. */
  async inside(visit) {
    const { driver, main } = this.windows;
    await driver.switchTo().window(this.handle);
    try {
      return await visit(driver);
    } finally {
      await driver.switchTo().window(main);
    }
  }

  /** Runs a function in the window, without a user gesture. */
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

  /** Waits until `look`, run in the window, answers something truthy. */
  until(what, look, ...args) {
    return until(what, () => this.run(look, ...args));
  }

  /** Waits until the page under a test's control has loaded and run its script. */
  async ready() {
    await this.until('the dialog to be ready', () => window.dialog?.ready === true);
    return this;
  }

  /** Sends the window elsewhere, as its own page would. */
  goTo(url) {
    return this.run((where) => location.assign(where), url);
  }

  url() {
    return this.inside((driver) => driver.getCurrentUrl());
  }

  /** Closes the window as a person does. */
  async close() {
    const { driver, main } = this.windows;
    await driver.switchTo().window(this.handle);
    await driver.close();
    await driver.switchTo().window(main);
  }

  async exists() {
    return (await this.windows.driver.getAllWindowHandles()).includes(this.handle);
  }

  gone() {
    return until('the window to be gone', async () => !(await this.exists()));
  }
}

export class Windows {
  #seen = new Set();

  /** @param {import('selenium-webdriver').WebDriver} driver */
  constructor(driver) {
    this.driver = driver;
  }

  async start() {
    this.main = await this.driver.getWindowHandle();
    return this;
  }

  async others() {
    return (await this.driver.getAllWindowHandles()).filter((handle) => handle !== this.main);
  }

  /** Waits for a window that this was not asked about before. */
  async next() {
    const handle = await until('another window', async () =>
      (await this.others()).find((known) => !this.#seen.has(known)),
    );
    this.#seen.add(handle);
    return new OtherWindow(this, handle);
  }

  /** Waits until no window is left beside the host page's. */
  allClosed() {
    return until('all other windows to be gone', async () => (await this.others()).length === 0);
  }

  /** Closes every window but the host page's. A window may close itself while this runs. */
  async closeOthers() {
    for (const handle of await this.others()) {
      try {
        await new OtherWindow(this, handle).close();
      } catch (error) {
        if (error.name !== 'NoSuchWindowError') throw error;
        await this.driver.switchTo().window(this.main);
      }
    }
  }
}

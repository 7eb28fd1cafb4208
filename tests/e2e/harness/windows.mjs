// The windows of a browser session: the host page's own, and the popups that appear beside it.
import { Place } from './place.mjs';
import { until } from './wait.mjs';

/** One window beside the host page's. */
export class OtherWindow extends Place {
  constructor(windows, handle) {
    super();
    this.windows = windows;
    this.driver = windows.driver;
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

  /** Waits for a window that this has not returned before. */
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

// The page inside an iframe of the host page or of another place, also of one in a shadow root.
import { Place } from './place.mjs';
import { mayVanish } from './vanish.mjs';
import { until } from './wait.mjs';

export class DialogFrame extends Place {
  /**
   * @param {import('./host-page.mjs').HostPage | import('./place.mjs').Place} page that the frame is in
   * @param {string | (() => HTMLIFrameElement | undefined)} find runs there, or is the source of what runs there
   */
  constructor(page, find) {
    super();
    this.page = page;
    this.driver = page.driver;
    this.find = find;
  }

  /** Runs `visit(driver)` in the frame. */
  inside(visit) {
    const { driver } = this;
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
}

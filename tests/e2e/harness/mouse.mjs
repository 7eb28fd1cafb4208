// Clicks elements as a mouse does, by points.
import { Name } from 'selenium-webdriver/lib/command.js';

/** Farther than two clicks may be apart to be a double one, CSS pixels. */
const ASIDE = 3;

/** Runs in the page: where the mouse meets the element; nothing where it does not, or in a frame, where the driver misses it. */
const pointOf = (element, aside) => {
  if (window !== window.top) return undefined;
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2) + aside, Math.round(top + height / 2)];
  return element.contains(element.getRootNode().elementFromPoint(x, y)) ? { x, y } : undefined;
};

/**
 * Lets a click on an element be done by the mouse's actions. Asked for a click itself, Chromium's driver first asks the page ten
 * times where the element is, each time by a script of its own, which takes three times the work.
 *
 * For pages that stand still: one that is just scrolling smoothly would be elsewhere when the mouse comes.
 * @param {{ engine: string, driver: import('selenium-webdriver').WebDriver }} session
 */
export function clickByMouse({ engine, driver }) {
  // The drivers of the others do it at once, and Firefox's takes clicks for double ones wherever they are.
  if (engine !== 'chromium') return;
  const send = driver.execute.bind(driver);
  let aside = ASIDE;
  driver.execute = async (command) => {
    if (command.getName() !== Name.CLICK_ELEMENT) return send(command);
    // Each click is one of its own, however soon it comes after another.
    aside = -aside;
    const at = await driver.executeScript(pointOf, await command.getParameter('id'), aside);
    // What is out of sight, or in the way, is for the driver to scroll to or to tell.
    if (!at) return send(command);
    await driver
      .actions()
      .move({ ...at, duration: 0 })
      .press()
      .release()
      .perform();
  };
}

/**
 * Clicks an element twice in a row, which is a double click however long the page takes for the first half: on a busy machine the
 * time between the two that the drivers allow is soon over. Chromium can be told; the drivers of the others go by the clock.
 * @param {{ engine: string, driver: import('selenium-webdriver').WebDriver, devtools: (command: string, parameters: object) =>
 *   Promise<any> }} session
 * @param {import('selenium-webdriver').WebElement} element
 * @param {number} [aside] of its middle, CSS pixels
 */
export async function doubleClick({ engine, driver, devtools }, element, aside = 0) {
  if (engine !== 'chromium') {
    const mouse = driver.actions().move({ origin: element, x: aside });
    await mouse.press().release().press().release().perform();
    return;
  }
  const at = await driver.executeScript(pointOf, element, aside);
  if (!at) throw new Error('The element to be clicked twice is out of sight, or something lies over it.');
  const send = (type, rest) => devtools('Input.dispatchMouseEvent', { type, ...at, ...rest });
  await send('mouseMoved');
  for (const clickCount of [1, 2])
    for (const type of ['mousePressed', 'mouseReleased']) await send(type, { button: 'left', clickCount });
}

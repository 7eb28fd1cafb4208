// Returns to the test's own window only when a command needs it: a visit to a popup is often followed by another.
import { Name } from 'selenium-webdriver/lib/command.js';

/** Commands that do not depend on the window. */
const anywhere = new Set([Name.QUIT, Name.GET_WINDOW_HANDLES, Name.SET_TIMEOUT]);

/**
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {string} home the handle of a window that stays as long as the session
 */
export function returnUnhurried(driver, home) {
  const send = driver.execute.bind(driver);
  /** The window at whose top the driver is; undefined in a frame, or when that is not sure. */
  let at;
  /** The command to go home, while it is put off. */
  let back;

  const goTo = async (command) => {
    const handle = command.getParameter('handle');
    if (handle === home) {
      back = command;
      return;
    }
    // If it is gone, the driver is still where it was, and may still have to go home.
    if (handle !== at) await send(command);
    [at, back] = [handle, undefined];
  };

  const goHome = async () => {
    if (back && at !== home) await send(back);
    if (back) [at, back] = [home, undefined];
  };

  driver.execute = async (command) => {
    const name = command.getName();
    if (anywhere.has(name)) return send(command);
    if (name === Name.SWITCH_TO_WINDOW) return goTo(command);
    await goHome();
    if (name === Name.CLOSE || name === Name.SWITCH_TO_FRAME || name === Name.SWITCH_TO_FRAME_PARENT) at = undefined;
    try {
      return await send(command);
    } catch (error) {
      // The window may be gone: the next visit must find that out.
      at = undefined;
      throw error;
    }
  };
}

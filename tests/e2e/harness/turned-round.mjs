// Browsers let a page close every window that a script opened. So for windows that cannot be closed the roles are turned round:
// the dialog is in the test's own window, which no script may close, and it is the dialog that opens the host page.
import { OtherWindow } from './windows.mjs';

/** Handlers of such a host page, which attaches to the window that has opened it. */
export const attachedToOpener = {
  open: (h, { options }) => h.attach(window.opener, { host: h.dialogOrigin, ...options }),
  close: (h) => h.handle().close(),
  again: (h) => h.attach(window.opener, { host: h.dialogOrigin }, 'second'),
};

/**
 * The dialog with that code, in the test's own window, and the host page at that path, which it has opened.
 * @param {import('./suite.mjs').Browser} browser @param {string} code @param {string} path
 */
export async function openedByDialog(browser, code, path) {
  const { driver, server, windows } = browser;
  await driver.get(`${server.origin('dialog.localhost')}/external/auth/create/acme?code=${code}`);
  const dialog = await new OtherWindow(windows, windows.main).ready();
  // A second entry in the window's history: Chromium lets a script close a window that has only one.
  await dialog.run(() => history.pushState(null, '', '#later'));
  await dialog.run((url) => window.dialog.offer(url), server.origin('localhost') + path);
  await dialog.click('#offer');
  return { dialog, page: await browser.found({ handle: (await windows.next()).handle }) };
}

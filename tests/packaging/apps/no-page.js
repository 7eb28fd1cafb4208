// What works where there is no page, and what does not. It names nothing outside itself: tests put its source into scripts of
// their own, of either format.

/** @param {typeof import('tray-auth-dialog')} dialogs */
export function answers(dialogs) {
  const of = (use) => {
    try {
      return use();
    } catch (error) {
      return dialogs.isAuthDialogError(error) ? error.code : String(error);
    }
  };
  const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' };
  return {
    url: of(() => dialogs.authDialogUrl(options)),
    message: of(() => dialogs.parseAuthMessage({ type: 'tray.authpopup.finish', authId: 'auth-1' })),
    open: of(() => dialogs.openAuthDialog(options)),
    attach: of(() => dialogs.attachAuthDialog({})),
  };
}

export const expected = {
  url: 'https://embedded.tray.io/external/auth/edit/acme/auth-1?code=code-1',
  message: { type: 'finish', authId: 'auth-1' },
  open: 'not_in_browser',
  attach: 'not_in_browser',
};

// What works where there is no page, and what does not, as one line of JSON.

/** @param {typeof import('tray-auth-dialog')} dialogs */
export function answer(dialogs) {
  const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' };
  const codeOf = (use) => {
    try {
      use();
    } catch (error) {
      return dialogs.isAuthDialogError(error) ? error.code : String(error);
    }
  };
  return JSON.stringify({
    url: dialogs.authDialogUrl(options),
    message: dialogs.parseAuthMessage({ type: 'tray.authpopup.finish', authId: 'auth-1' }),
    open: codeOf(() => dialogs.openAuthDialog(options)),
  });
}

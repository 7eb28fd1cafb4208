// What every consumer's page does: a click opens the dialog, and the page shows what comes of it.

/** @param {typeof import('tray-auth-dialog').openAuthDialog} openAuthDialog of the entry under test */
export function connect(openAuthDialog) {
  const outcome = document.getElementById('outcome');
  document.getElementById('connect').onclick = async () => {
    try {
      const dialog = openAuthDialog({
        partnerName: 'acme',
        solutionInstanceId: 'instance-1',
        externalAuthId: 'external_slack_authentication',
        host: new URLSearchParams(location.search).get('host'),
        authorizationCode: async () => 'sim:finish-then-close',
        // How long the finish takes from one process to another has no bound on a busy machine.
        closeGrace: 60 * 1000,
      });
      outcome.textContent = JSON.stringify(await dialog.result);
    } catch (error) {
      const { name, code, message } = error;
      outcome.textContent = JSON.stringify({ name, code, message });
    }
  };
  globalThis.ready = true;
}

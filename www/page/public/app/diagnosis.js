// The panel that shows what in this page stops a dialog from working, and what to do.
import { choices } from './choices.js';
import { announce, byId, element } from './dom.js';
import { logFailure } from './log.js';

export function prepareDiagnosis() {
  byId('diagnose').addEventListener('click', async () => {
    try {
      // Loaded only on request, and quickly enough for the click to count.
      const { diagnose } = await import('tray-auth-dialog/diagnose');
      const { display } = choices();
      show(await diagnose({ display: display === 'inline' ? document.body : display }));
    } catch (error) {
      logFailure('The diagnosis', error);
    }
  });
}

/** @param {import('tray-auth-dialog/diagnose').Finding[]} findings */
function show(findings) {
  byId('findings').replaceChildren(
    ...findings.map(({ severity, code, message, fix }) =>
      element(
        'li',
        { className: 'finding' },
        element('b', { text: `${severity} · ${code}` }),
        element('p', { text: message }),
        element('p', { className: 'muted', text: fix }),
      ),
    ),
  );
  const said =
    findings.length === 0
      ? 'Nothing was found that keeps the dialog from working. Some causes cannot be seen from a page.'
      : `${findings.length} found:`;
  byId('findings-said').textContent = said;
  announce(said);
}

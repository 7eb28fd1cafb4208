// The <tray-auth-button> on this page, with the same attributes as in the code above it. Its result is saved.
import 'tray-auth-dialog/element/define';
import { config } from '/config.js';
import { codeFor } from '../connect.js';
import { byId, element } from '../dom.js';
import { logEvent } from '../log.js';
import { openerFor } from '../popup-blocker.js';
import { showError, showResult } from '../result.js';
import { wordsForOpening } from '../words.js';
import { attributesOf } from './element.js';

/**
 * @param {import('./call.js').Call} call
 * @param {{ accountId: string, simulate?: string, keep: (result: import('tray-auth-dialog').AuthResult) => void }} around
 */
export function showLive(call, { accountId, simulate, keep }) {
  const button = element('tray-auth-button', { ...Object.fromEntries(attributesOf(call, config)), text: call.title });
  const alert = element('p', { role: 'alert' });
  const place = element('div', { className: 'slot-frame' });
  button.accountId = accountId;
  button.authorizationCode = codeFor(simulate);
  button.openAuthDialog = openerFor(simulate);
  if (call.display === 'inline') button.display = place;
  button.onEvent = (event) => logEvent(`${call.title}, element`, event);
  button.addEventListener('open', () => {
    alert.textContent = ''; // of the attempt before
    place.scrollIntoView({ block: 'nearest' });
  });
  for (const type of ['finish', 'late-finish'])
    button.addEventListener(type, ({ detail: { type: _type, ...result } }) => {
      showResult(call.title, result);
      keep(result);
    });
  button.addEventListener('error', ({ detail }) => {
    showError(call.title, detail);
    alert.textContent = wordsForOpening(detail).text;
  });
  byId('live').replaceChildren(button, alert, place);
}

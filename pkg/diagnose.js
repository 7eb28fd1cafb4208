// @ts-check
// The entry that finds what in this page or browser stops a dialog from working. It requests the page's own header and does
// nothing else. Types: diagnose.d.ts. Imports its own parts and `error`.
import { texts } from './diagnose/findings.js';
import { ownHeader } from './diagnose/header.js';
import { appByName, hasOpaqueOrigin, sandboxTokens } from './diagnose/surroundings.js';
import { webAssembly } from './diagnose/webassembly.js';
import { AuthDialogError } from './error.js';

/** @typedef {import('./diagnose.js').FindingCode} FindingCode */

const ORDER = ['error', 'warning', 'info'];

/** @param {any} [options] */
export async function diagnose(options = {}) {
  if (typeof document !== 'object')
    throw new AuthDialogError(
      'not_in_browser',
      '`diagnose` checks a page, and there is none here: call it in a browser.',
    );
  const { display = 'popup', webAssembly: needsWebAssembly = true } = options ?? {};
  if (display !== 'popup' && display !== 'modal' && display?.nodeType !== 1)
    throw new AuthDialogError('invalid_options', "`display` must be 'popup', 'modal' or an Element", 'display');
  const isPopup = display === 'popup';
  /** @type {any} */
  const page = window;
  /** @type {import('./diagnose.js').Finding[]} */
  const findings = [];
  /** @param {FindingCode} code @param {{ value?: string, severity?: import('./diagnose.js').FindingSeverity }} [seen] */
  const add = (code, { value = '', severity } = {}) => {
    const { severity: usual, message, fix, link } = texts[code];
    findings.push({ code, severity: severity ?? usual, message: message.replace('{value}', value), fix, link });
  };

  // First, because it may have expired when the header arrives.
  if (isPopup && page.navigator.userActivation?.isActive === false) add('no_user_activation');

  if (isPopup && typeof page.open !== 'function') add('no_window_open');
  if (display === 'modal' && !(page.HTMLDialogElement && page.CSSStyleSheet?.prototype.replaceSync))
    add('modal_unsupported');
  const wasm = needsWebAssembly ? webAssembly() : undefined;
  if (wasm) add(wasm);

  const isFramed = page !== page.top;
  const sandbox = sandboxTokens();
  if (isPopup && sandbox && !sandbox.includes('allow-popups')) add('sandbox_blocks_popups');
  // A popup may escape the sandbox, and a frame may work without cookies: the page cannot know.
  if (hasOpaqueOrigin()) add('sandbox_opaque_origin', { severity: isPopup ? 'warning' : 'error' });
  if (page.credentialless) add('credentialless', { severity: isPopup ? 'error' : 'warning' });
  if (isPopup && isFramed) add('framed');
  if (!page.isSecureContext) add('insecure_context');
  if (typeof page.Zone?.__symbol__ === 'function') add('zone_js');
  const app = appByName();
  if (isPopup && app) add('in_app_browser', { value: app });

  const header = await ownHeader();
  const policy = header?.split(';')[0]?.trim();
  if (policy === 'same-origin') add(isPopup ? 'coop_same_origin' : 'coop_blocks_provider', { value: policy });
  else if (policy === 'same-origin-allow-popups' && isPopup) add('coop_allow_popups', { value: policy });
  // Where the header can be read, it decides; elsewhere, isolation is a hint.
  else if (policy === undefined && page.crossOriginIsolated) add('cross_origin_isolated');

  return findings.sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
}

// @ts-check
// The elements of a modal, built with DOM calls only, so that they work under a Content-Security-Policy without `unsafe-inline`
// and with Trusted Types. They have no behaviour: the module adds them to the page and listens to them (src/dom/modal.rs).
// Imports `undo` and the modal's style sheet.
import { modalStyles } from './generated/modal-css.js';
import { styleSheet } from './undo.js';

// Not `{}`: a polluted `Object.prototype` must not supply a text.
export const none = Object.create(null);

/** @param {string} tag @param {string} part @param {(Node | string)[]} children */
function element(tag, part, ...children) {
  const made = document.createElement(tag);
  if (part) made.setAttribute('part', part);
  made.append(...children);
  return made;
}

/**
 * The platform's own <dialog>, in a shadow root so that the page's styles and ours do not affect each other.
 * @param {any} options as the facade copied them and the module checked them
 * @param {HTMLIFrameElement} iframe
 * @param {boolean} again whether the code can be fetched again, to open a window
 */
export function buildModal({ frame = none, labels = none }, iframe, again) {
  const title = element('h2', 'title', labels.title || 'Connect your account');
  title.id = 'title';
  const close = element('button', 'close', '×');
  close.setAttribute('aria-label', labels.close || 'Close');
  const loading = element('p', 'loading', labels.loading || 'Loading…');
  loading.setAttribute('role', 'status');
  const offer = again
    ? element('button', 'popout', labels.trouble || 'Trouble? Open in a window')
    : element('span', 'restart', labels.restart || 'Trouble? Close this and start again.');
  const blocked = element('span', '', labels.blocked || 'The window was blocked. Allow popups and try again.');
  // Screen readers announce texts that are added to an element that is already in the page.
  const offers = element('span', '');
  offers.setAttribute('role', 'status');
  const problem = element('span', 'problem');
  problem.setAttribute('role', 'alert');
  const help = element('div', 'help', offers, problem);
  const header = element('div', 'header', title, close);
  const body = element('div', 'body', loading, iframe);
  const dialog = element('dialog', 'dialog', header, body, help);
  // So that a click on something that cannot have the focus leaves the focus inside.
  dialog.tabIndex = -1;
  dialog.setAttribute('aria-labelledby', 'title');
  const host = element('div', '');
  host.className = frame.className || '';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styleSheet(modalStyles)];
  root.append(dialog);
  return { host, dialog, close, loading, offers, offer, problem, blocked };
}

// @ts-check
// What the user sees of us: the iframe, the modal round it, and the page that a popup shows while it waits. Made by DOM and
// CSSOM alone, so that it works under a Content-Security-Policy without `unsafe-inline` and with Trusted Types. It decides
// nothing: the module says what is shown, and what a press means. Imports `scope` and the modal's style sheet.
import modalStyles from './generated/modal-css.js';
import { Scope, styleSheet } from './scope.js';

// Not `{}`: a polluted `Object.prototype` must give no text.
const none = Object.create(null);

/** In the modal's heading, and the title of a waiting popup. */
const defaultTitle = 'Connect your account';

// Named with the dialog's origin: otherwise a permission would be for the origin of `src` alone, and lost when the dialog
// moves on.
const permissions = ['clipboard-write', 'publickey-credentials-get', 'publickey-credentials-create', 'storage-access'];

// What the user does in the modal is not told to the page.
const inside =
  'pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend keydown keypress keyup focusin focusout'.split(
    ' ',
  );

/** @param {string} tag @param {string} part @param {(Node | string)[]} children */
function element(tag, part, ...children) {
  const made = document.createElement(tag);
  if (part) made.setAttribute('part', part);
  made.append(...children);
  return made;
}

/**
 * Puts an empty iframe into `container` or, without one, into a new modal.
 * @param {Scope} scope takes it out again
 * @param {any} options as the facade copied them and the module checked them
 * @param {Element | undefined} container
 * @param {number} token enters when the frame has loaded something; the next one when the user closes the modal, the one
 * after that when the user asks for a window instead
 */
export function showFrame(scope, { frame = none, labels = none, url, authorizationCode }, container, token) {
  const iframe = /** @type {HTMLIFrameElement} */ (element('iframe', 'frame'));
  iframe.title = frame.title ?? 'Authentication';
  iframe.referrerPolicy = frame.referrerPolicy ?? 'strict-origin-when-cross-origin';
  if (frame.sandbox) iframe.setAttribute('sandbox', frame.sandbox);
  const view = container
    ? showInline(scope, iframe, frame, container)
    : showModal(scope, iframe, frame, labels, typeof (url ?? authorizationCode) === 'function', token);
  scope.listen(iframe, 'load', token);
  return {
    ...view,
    // By `src`: only so the frame's referrer policy counts.
    /** @param {string} to @param {string} origin its */
    navigate(to, origin) {
      iframe.allow = frame.allow ?? permissions.map((name) => `${name} ${origin};`).join('');
      iframe.src = to;
    },
  };
}

/** @param {Scope} scope @param {HTMLIFrameElement} iframe @param {any} frame @param {Element} container */
function showInline(scope, iframe, { className }, container) {
  if (className) iframe.className = className;
  // Without a class of the page's own, it fills the Element.
  else iframe.style.cssText = 'border:0;width:100%;height:100%;min-height:30rem';
  scope.mount(container, iframe);
  return {
    iframe,
    // It lives on until it is unmounted, for a message that is under way: one from a detached frame has no source. Not by
    // `hidden`, which any `display` of the page's own CSS overrules.
    hide() {
      iframe.style.setProperty('display', 'none', 'important');
    },
  };
}

/**
 * The platform's own <dialog>, in a shadow root so that the page's styles and ours never meet.
 * @param {Scope} scope @param {HTMLIFrameElement} iframe @param {any} frame @param {any} labels
 * @param {boolean} again whether the code can be fetched again, for a window
 * @param {number} token as above
 */
function showModal(scope, iframe, { className = '', closeOnBackdrop = true }, labels, again, token) {
  const title = element('h2', 'title', labels.title ?? defaultTitle);
  title.id = 'title';
  const close = element('button', 'close', '×');
  close.setAttribute('aria-label', labels.close ?? 'Close');
  const loading = element('p', 'loading', labels.loading ?? 'Loading…');
  loading.setAttribute('role', 'status');
  const offer = again
    ? element('button', 'popout', labels.trouble ?? 'Trouble? Open in a window')
    : element('span', 'restart', labels.restart ?? 'Trouble? Close this and start again.');
  // Read out when they come, since they come into a place that is there already.
  const offers = element('span', '');
  offers.setAttribute('role', 'status');
  const problem = element('span', 'problem');
  problem.setAttribute('role', 'alert');
  const help = element('div', 'help', offers, problem);
  const header = element('div', 'header', title, close);
  const body = element('div', 'body', loading, iframe);
  const dialog = /** @type {HTMLDialogElement} */ (element('dialog', 'dialog', header, body, help));
  dialog.setAttribute('aria-labelledby', 'title');
  const host = element('div', '');
  host.className = className;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styleSheet(modalStyles)];
  root.append(dialog);
  // A click here is not "outside" of the page's own menu or drawer, and Esc is not meant for them.
  for (const type of inside) host.addEventListener(type, (event) => event.stopPropagation());

  scope.focusBack(host);
  scope.mount(document.body, host);
  dialog.showModal();
  // What is undone when the modal leaves the sight; the rest stays until the session ends.
  const sight = new Scope(scope.scopes, scope.enter);
  sight.lockScroll();
  // By Esc, which closes the dialog natively.
  sight.listen(dialog, 'close', token + 1);
  const leave = (/** @type {Event} */ event) => scope.enter(token + 1, event);
  onSingleClick(close, leave);
  if (again) sight.listen(offer, 'click', token + 2);
  if (closeOnBackdrop) onClickBeside(dialog, leave);
  ignoreHeldKey(dialog);
  return {
    iframe,
    hide() {
      sight.undo();
      dialog.close();
      host.hidden = true;
    },
    loaded() {
      loading.hidden = true;
    },
    offerHelp() {
      offers.append(offer);
    },
    // The offer stays.
    sayBlocked() {
      problem.textContent = labels.blocked ?? 'The window was blocked. Allow popups and try again.';
    },
  };
}

/**
 * Not on the second click of a double one, whose first has opened the modal.
 * @param {EventTarget} target @param {(event: MouseEvent) => void} act
 */
function onSingleClick(target, act) {
  target.addEventListener('click', (event) => {
    if (/** @type {MouseEvent} */ (event).detail < 2) act(/** @type {MouseEvent} */ (event));
  });
}

/**
 * The key that opened the modal may still be down, and its `keypress` and its repetitions come to what has the focus now: the
 * button that closes.
 * @param {HTMLDialogElement} dialog
 */
function ignoreHeldKey(dialog) {
  let pressed = false;
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    pressed ||= event.type === 'keydown' && !event.repeat;
    if (!pressed) event.preventDefault();
  };
  dialog.addEventListener('keydown', onKey);
  dialog.addEventListener('keypress', onKey);
}

/**
 * A click counts as beside the dialog only if it began and ended there: selecting a text may end on the backdrop, and who
 * changes their mind slides back in. (The click is waited for, or it would hit the page behind.)
 * @param {HTMLDialogElement} dialog @param {(event: Event) => void} act
 */
function onClickBeside(dialog, act) {
  let beside = false;
  // The backdrop's events are the dialog's, and so are those of its own border and padding.
  const isBeside = (/** @type {MouseEvent} */ { target, clientX: x, clientY: y }) => {
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (x < left || x > right || y < top || y > bottom);
  };
  dialog.addEventListener('pointerdown', (event) => {
    beside = isBeside(event);
  });
  dialog.addEventListener('pointerup', (event) => {
    beside &&= isBeside(event);
  });
  onSingleClick(dialog, (event) => {
    if (beside && isBeside(event)) act(event);
  });
}

/** @param {Window} window a blank one of ours @param {any} options as above */
export function showWaiting({ document: blank }, { labels = none }) {
  const { documentElement: root, head, body } = blank;
  const { lang, dir } = document.documentElement;
  Object.assign(root, { lang, dir });
  // Else a phone would show it as small as a page made for desktops.
  head.append(Object.assign(blank.createElement('meta'), { name: 'viewport', content: 'width=device-width' }));
  blank.title = labels.title ?? defaultTitle;
  body.textContent = labels.waiting ?? 'One moment…';
  // By CSSOM: the window has this page's Content-Security-Policy.
  root.style.colorScheme = 'light dark';
  body.style.cssText = 'font:1rem system-ui,sans-serif;margin:2rem';
}

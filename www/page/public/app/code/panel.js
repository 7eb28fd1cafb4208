// The panel with the code: what the last click ran, or what the next one will run if the choices have changed since. It shows the
// same call with the other entries of the package, too.
import { config } from '/config.js';
import { choices } from '../choices.js';
import { announce, byId, element } from '../dom.js';
import { logFailure } from '../log.js';
import { entries } from './entries.js';
import { highlighted } from './highlight.js';

/**
 * The row of a service.
 * @typedef {object} Source
 * @property {() => import('./call.js').Call} next  what its main button will run
 * @property {string} accountId
 * @property {(result: import('tray-auth-dialog').AuthResult) => void} keep  saves the result of the element's dialog
 */

/** @type {Source | undefined} */
let source;
/** @type {import('./call.js').Call | undefined} */
let call;
let hasRun = false;

/** @param {import('./call.js').Call} ran @param {Source} by */
export function showCodeThatRan(ran, by) {
  source = by;
  call = ran;
  hasRun = true;
  show();
}

/** Before the first click, shows the code of this row. @param {Source} first */
export function offerCode(first) {
  source ??= first;
  if (!hasRun) showNext();
}

function showNext() {
  hasRun = false;
  call = source?.next();
  show();
}

export function prepareCode() {
  for (const id of ['display', 'options']) byId(id).addEventListener('change', showNext);
  byId('entry').addEventListener('change', show);
  addEventListener('pageshow', showNext); // after Back, the browser restores the choices without an event `change`
  byId('copy').addEventListener('click', copy);
}

/** The code as text, to copy. */
const text = () => byId('snippet').textContent;

function show() {
  byId('copy').hidden = !call;
  if (!call) return;
  const entry = byId('entry').elements.entry.value;
  const parts = highlighted(entries[entry](call, config));
  byId('snippet').replaceChildren(
    ...parts.map((part) =>
      part.kind ? element('span', { className: `code-${part.kind}`, text: part.text }) : part.text,
    ),
  );
  byId('code-about').textContent = about(entry);
  showLive(entry === 'element');
}

/** Shows the element below its code. Hiding it removes it, which closes its dialog. */
async function showLive(isWanted) {
  byId('live').hidden = !isWanted;
  if (!isWanted) return byId('live').replaceChildren();
  try {
    const live = await import('./live.js'); // most visitors never ask for it
    live.showLive(call, { ...source, simulate: choices().simulate });
  } catch (error) {
    logFailure('The element', error);
  }
}

function about(entry) {
  if (entry === 'element') return 'The same call as an element. The button below the code is that element.';
  if (entry !== 'javascript') return 'The same call with this framework. This page itself runs the JavaScript.';
  return hasRun ? `This ran for “${call.title}”.` : 'This runs with your next click.';
}

async function copy() {
  try {
    await navigator.clipboard.writeText(text());
    said('Copied', 'The code is copied.');
  } catch {
    // The browser does not allow it: the code is selected, ready for the keyboard.
    getSelection().selectAllChildren(byId('snippet'));
    const why = 'The browser does not let this page copy. The code is selected: press Ctrl+C or ⌘C.';
    said('Selected', why);
    byId('code-about').textContent = why;
  }
}

function said(label, sentence) {
  byId('copy').textContent = label;
  announce(sentence);
  setTimeout(() => {
    byId('copy').textContent = 'Copy';
  }, 2000);
}

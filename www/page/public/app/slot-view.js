// The row of one service in each of its states. It keeps its elements, and so the keyboard focus.
import { fromTemplate } from './dom.js';

const TONES = 6; // colours for the tiles, see controls.css

/**
 * @param {string} title
 * @param {{ onPrimary: () => void, onSecondary: () => void }} listeners
 */
export function createSlotView(title, { onPrimary, onSecondary }) {
  const { root, parts } = fromTemplate('slot-template');
  parts.title.textContent = title;
  parts.tile.textContent = [...title][0]; // an emoji is two UTF-16 units
  parts.tile.dataset.tone = [...title].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % TONES;
  parts.primary.addEventListener('click', () => {
    if (parts.primary.getAttribute('aria-disabled') === 'false') onPrimary();
  });
  parts.secondary.addEventListener('click', ({ detail }) => {
    // After the first click of a double click, this button appears under the pointer. Ignore the second click.
    if (detail < 2) onSecondary();
  });
  let act;
  parts.action.addEventListener('click', () => act());
  show('preparing', 'Preparing…', { primary: `Connect ${title}`, disabled: true });

  function show(state, text, { primary, secondary = '', disabled = false }) {
    keepingFocus(() => {
      root.dataset.state = state;
      parts.state.textContent = text;
      parts.primary.textContent = primary;
      parts.primary.classList.toggle('quiet', state === 'connected');
      // Not `disabled`, which would lose the focus while saving.
      parts.primary.setAttribute('aria-disabled', String(disabled));
      parts.secondary.textContent = secondary;
      parts.secondary.hidden = secondary === '';
    });
  }

  /** If the change hides the focused element, focuses the main button. Otherwise the keyboard starts again at the top of the page. */
  function keepingFocus(change) {
    const focused = document.activeElement;
    // If the library has removed the frame, the focus is lost already.
    const here = root.contains(focused) || (focused === document.body && !parts.frame.hidden);
    change();
    if (here && (focused === document.body || focused.closest('[hidden]'))) parts.primary.focus();
  }

  return {
    root,

    /** @param {import('./slot.js').Connection | undefined} connection */
    showConnection(connection) {
      if (!connection) return;
      const { authentication } = connection;
      if (authentication)
        show('connected', `Connected as ${authentication.name}`, {
          primary: `Edit ${title}`,
          secondary: 'Switch account',
        });
      else show('ready', 'Not connected', { primary: `Connect ${title}` });
    },

    showOpen: () => show('open', 'Waiting for you in the dialog…', { primary: 'Show the dialog', secondary: 'Cancel' }),

    /** @param {string} text */
    showBusy: (text) => show('open', text, { primary: `Connect ${title}`, disabled: true }),

    showUnavailable: () => show('ready', 'Not available', { primary: `Connect ${title}`, disabled: true }),

    /** @returns {HTMLElement} the place for the dialog's frame, visible */
    showFrame() {
      parts.frame.hidden = false;
      const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
      root.scrollIntoView({ block: 'nearest', behavior: smooth ? 'smooth' : 'auto' });
      return parts.frame;
    },

    hideFrame() {
      keepingFocus(() => {
        parts.frame.hidden = true;
      });
    },

    /** @param {string} text @param {{ kind: 'bad' | 'calm', action?: { label: string, run: () => void } }} options  `run` is called in a click */
    showMessage(text, { kind, action }) {
      act = action?.run;
      parts['message-text'].textContent = text;
      parts.message.className = `message ${kind}`;
      parts.message.hidden = false;
      keepingFocus(() => {
        parts.action.textContent = action?.label;
        parts.action.hidden = !action;
      });
    },

    clearMessage() {
      keepingFocus(() => {
        parts.message.hidden = true;
      });
    },
  };
}

// How the row of one service looks in each state. Its elements stay the same, so that the keyboard focus stays too.
import { fromTemplate } from './dom.js';

const TONES = 6; // colours for the tiles, see controls.css

/**
 * @param {string} title
 * @param {{ onPrimary: () => void, onSecondary: () => void }} listeners
 */
export function createSlotView(title, { onPrimary, onSecondary }) {
  const { root, parts } = fromTemplate('slot-template');
  parts.title.textContent = title;
  parts.tile.textContent = title[0];
  parts.tile.dataset.tone = [...title].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % TONES;
  parts.primary.addEventListener('click', onPrimary);
  parts.secondary.addEventListener('click', onSecondary);
  let retry;
  parts.retry.addEventListener('click', () => retry());
  show('preparing', 'Preparing…', { primary: `Connect ${title}`, disabled: true });

  function show(state, text, { primary, secondary = '', disabled = false }) {
    root.dataset.state = state;
    parts.state.textContent = text;
    parts.primary.textContent = primary;
    parts.primary.classList.toggle('quiet', state === 'connected');
    parts.primary.disabled = disabled;
    parts.secondary.textContent = secondary;
    parts.secondary.hidden = secondary === '';
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

    showSaving: () => show('open', 'Saving…', { primary: `Connect ${title}`, disabled: true }),

    /** @returns {HTMLElement} the place for the dialog's frame, visible */
    showFrame() {
      parts.frame.hidden = false;
      const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
      root.scrollIntoView({ block: 'nearest', behavior: smooth ? 'smooth' : 'auto' });
      return parts.frame;
    },

    hideFrame() {
      parts.frame.hidden = true;
    },

    /** @param {string} text @param {{ kind: 'bad' | 'calm', retry?: () => void }} options  `retry` runs in a click */
    showMessage(text, { kind, retry: again }) {
      retry = again;
      parts['message-text'].textContent = text;
      parts.message.className = `message ${kind}`;
      parts.message.hidden = false;
      parts.retry.hidden = !again;
    },

    clearMessage() {
      parts.message.hidden = true;
    },
  };
}

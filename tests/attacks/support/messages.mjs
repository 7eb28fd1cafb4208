// What strangers say, and the page from which they say it.

/** The account id that every victim has, and nobody but its dialog may get. */
export const ACCOUNT = 'account-0123456789';

/** What is wrong with what came to somebody else than the dialog. @param {unknown[]} received @returns {string[]} */
export const givenAway = (received) =>
  JSON.stringify(received).includes(ACCOUNT) ? ['the account id was given away'] : [];

/** Everything that would change a dialog if it were believed. */
export const FORGED = [
  { type: 'tray.authpopup.finish', authId: 'auth-forged', authType: 'oauth' },
  { type: 'tray.authPopup.finish', authId: 'auth-forged' },
  { type: 'tray.authpopup.finish' },
  { type: 'tray.authpopup.close' },
  { type: 'tray.authpopup.cancel' },
  { type: 'tray.authPopup.error', error: 'auth-forged' },
  { type: 'tray.authpopup.error', err: { message: 'auth-forged' } },
  { type: 'tray.authpopup.accountIdRequest' },
  { type: 'tray.authpopup.unheard' },
];

/**
 * Runs in a stranger's page, which then speaks when it is told to: `speak(messages, to)` posts them to the window that `to`
 * names from here, such as `parent` or `top.opener`, and `heard(count)` resolves with all that was answered once so many have
 * been heard. `now` is said at once, `last` when the page has to go; `wanted` is what its button opens.
 */
export const stranger = ({ now, last, wanted } = {}) => {
  window.received = [];
  window.addEventListener('message', ({ data }) => window.received.push(data));
  window.speak = (messages, to) => {
    window.received = [];
    const host = to.split('.').reduce((of, name) => of[name], window);
    for (const message of messages) host.postMessage(message, '*');
  };
  window.heard = (count) =>
    new Promise((resolve) => {
      const look = () => {
        if (window.received.filter((data) => data === 'heard').length >= count) resolve(window.received);
      };
      window.addEventListener('message', look);
      look();
    });
  if (wanted) {
    const button = document.createElement('button');
    button.id = 'open';
    button.textContent = 'Open a window';
    button.addEventListener('click', () => (window.opened = window.open(wanted)));
    document.body.append(button);
  }
  if (now) window.speak(now.messages, now.to);
  if (last) window.addEventListener('pagehide', () => window.speak(last.messages, last.to));
};

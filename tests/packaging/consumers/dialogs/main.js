// One page for each library: a button opens its dialog, and a button in that dialog our modal.
import { openAuthDialog } from 'tray-auth-dialog';

const libraries = {
  bootstrap: () => import('./libraries/bootstrap.js'),
  'focus-trap': () => import('./libraries/focus-trap.js'),
  'headless-ui': () => import('./libraries/headless-ui.jsx'),
  'jquery-ui': () => import('./libraries/jquery-ui.js'),
  mui: () => import('./libraries/mui.jsx'),
  radix: () => import('./libraries/radix.jsx'),
  'react-aria': () => import('./libraries/react-aria.jsx'),
};

const { library, host } = Object.fromEntries(new URLSearchParams(location.search));
globalThis.outcomes = [];

function connect() {
  const dialog = openAuthDialog({
    partnerName: 'acme',
    host,
    display: 'modal',
    closeGrace: 0,
    authorizationCode: async () => 'sim:silence',
    onClose: ({ by }) => globalThis.outcomes.push(`closed by ${by}`),
  });
  dialog.result.then(
    () => globalThis.outcomes.push('finished'),
    ({ code }) => globalThis.outcomes.push(code),
  );
}

const { mount } = await libraries[library]();
mount(document.getElementById('root'), connect);
globalThis.ready = true;

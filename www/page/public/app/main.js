// Starts the page: signs the visitor in, then shows what they can connect.
import { config } from '/config.js';
import { backEnd } from './back-end.js';
import { prepareChoices } from './choices.js';
import { byId } from './dom.js';

try {
  sayWhichTray();
  prepareChoices();
  const { name, accountId } = await backEnd.signIn();
  byId('visitor').textContent = `Signed in as ${name}`;
  byId('start-over').hidden = false;
  // Loaded here and not above, so that a package that is not built yet becomes a message and not an empty page.
  const { showIntegrations } = await import('./integrations.js');
  await showIntegrations({ accountId });
} catch (error) {
  byId('loading')?.remove();
  byId('failure').textContent = `The page could not start. ${error.message}`;
  byId('failure').hidden = false;
}

byId('start-over').addEventListener('click', async () => {
  try {
    await backEnd.signOut();
  } finally {
    location.reload(); // which says what is wrong, if something is
  }
});

function sayWhichTray() {
  byId('which-tray').textContent = config.simulated
    ? `This is a simulation: the dialog comes from ${config.dialogOrigin}, another site on this machine, and any name or key will do in it.`
    : `This is the real Tray, at ${config.dialogOrigin}.`;
  byId('which-tray').hidden = false;
}

// Starts the page: signs the visitor in, then shows what they can connect.
import { config } from '/config.js';
import { backEnd, BackEndError } from './back-end.js';
import { prepareChoices } from './choices.js';
import { prepareCode } from './code/panel.js';
import { prepareDiagnosis } from './diagnosis.js';
import { byId } from './dom.js';
import { logFailure } from './log.js';
import { failStep, showStep } from './steps.js';

// First, so that it works even if loading the rest never ends.
byId('start-over').addEventListener('click', async () => {
  try {
    await backEnd.signOut();
  } finally {
    location.reload(); // if something is wrong, the new page says so
  }
});
byId('reload').addEventListener('click', () => location.reload());

try {
  sayWhichTray();
  prepareChoices();
  prepareCode();
  prepareDiagnosis();
  showStep('instance');
  const { name, accountId } = await backEnd.signIn();
  byId('visitor').textContent = `Signed in as ${name}`;
  byId('start-over').hidden = false;
  // Imported here, so that a package that is not built yet gives a message and not an empty page.
  const { showIntegrations } = await import('./integrations.js');
  await showIntegrations({ accountId });
} catch (error) {
  if (!(error instanceof BackEndError)) logFailure('The page', error); // the back end's are in the log already
  failStep();
  byId('loading')?.remove();
  byId('integrations').removeAttribute('aria-busy');
  if (byId('start-over').hidden) byId('visitor').textContent = 'Not signed in';
  byId('failure').hidden = false;
}

function sayWhichTray() {
  byId('which-tray').textContent = config.simulated
    ? `Tray is simulated here, at ${config.dialogOrigin}. Type any name or key into its dialog.`
    : `This is the real Tray, at ${config.dialogOrigin}.`;
  byId('which-tray').hidden = false;
}

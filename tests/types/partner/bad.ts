// What partners must not write: each line is an error, or the compiler complains that it is none.
import { attachAuthDialog, authDialogUrl, isAuthDialogError, openAuthDialog } from 'tray-auth-dialog';

const common = { partnerName: 'acme', authorizationCode: 'code' };
declare const error: unknown;

// A mixture of two kinds of dialog.
// @ts-expect-error
openAuthDialog({ ...common, authId: 'auth', solutionInstanceId: 'instance', externalAuthId: 'external' });
// @ts-expect-error
openAuthDialog({ ...common, authId: 'auth', serviceId: 'service', serviceEnvironmentId: 'environment' });
// @ts-expect-error
openAuthDialog({ ...common, scopes: ['read'] });
// Half a kind.
// @ts-expect-error
openAuthDialog({ ...common, solutionInstanceId: 'instance' });
// @ts-expect-error
openAuthDialog({ ...common, serviceId: 'service' });

// The whole URL, and what it is made of.
const url = 'https://embedded.tray.io';
// @ts-expect-error
openAuthDialog({ url, partnerName: 'acme' });
// @ts-expect-error
openAuthDialog({ url, authorizationCode: 'code' });
// @ts-expect-error
openAuthDialog({ url, authId: 'auth' });
// @ts-expect-error
openAuthDialog({ ...common, url });
// @ts-expect-error
openAuthDialog({ url: 5 });
// @ts-expect-error
openAuthDialog({ url: async () => undefined });
// @ts-expect-error
openAuthDialog({ url }).result.then(({ authValue }) => authValue.authId);
// @ts-expect-error
authDialogUrl({ url });
// @ts-expect-error
attachAuthDialog(window, { url: () => url });

// What is missing, null, or of the wrong type.
// @ts-expect-error
openAuthDialog();
// @ts-expect-error
openAuthDialog({ authorizationCode: 'code' });
// @ts-expect-error
openAuthDialog({ partnerName: 'acme' });
// @ts-expect-error
openAuthDialog({ ...common, authId: null });
// @ts-expect-error
openAuthDialog({ ...common, signal: null });
// @ts-expect-error
openAuthDialog({ ...common, authorizationCode: 5 });
// @ts-expect-error
openAuthDialog({ ...common, authorizationCode: async () => 5 });
// @ts-expect-error
openAuthDialog({ ...common, timeout: '60000' });
// @ts-expect-error
openAuthDialog({ ...common, skipTitleField: 'yes' });
// @ts-expect-error
openAuthDialog({ ...common, extraOrigins: 'https://auth.acme.com' });
// @ts-expect-error
openAuthDialog({ ...common, region: 'us1' });
// @ts-expect-error
openAuthDialog({ ...common, display: 'tab' });
// @ts-expect-error
openAuthDialog({ ...common, popup: { width: '500' } });
// @ts-expect-error
openAuthDialog({ ...common, frame: { referrerPolicy: 'none' } });

// Unknown options, also in a group.
// @ts-expect-error
openAuthDialog({ ...common, partner: 'acme' });
// @ts-expect-error
openAuthDialog({ ...common, popup: { name: 'dialog' } });
// @ts-expect-error
openAuthDialog({ ...common, labels: { heading: 'Connect' } });

const dialog = openAuthDialog(common);
// Unknown events, and what an event does not have.
// @ts-expect-error
dialog.on('cancel', () => {});
// @ts-expect-error
dialog.on('open', ({ by }) => by);
// @ts-expect-error
dialog.on('close');
// @ts-expect-error
openAuthDialog({ ...common, onClose: ({ authId }) => authId });
// The result is a promise, and not to be replaced.
// @ts-expect-error
dialog.result.authId;
// @ts-expect-error
dialog.result = Promise.resolve();
// @ts-expect-error
dialog.state = 'open';

// A dialog that the page opened itself can not be opened again.
// @ts-expect-error
attachAuthDialog(window).retry();
// @ts-expect-error
attachAuthDialog(document.body);
// @ts-expect-error
attachAuthDialog(window, { authorizationCode: 'code' });

// A URL needs the code itself.
// @ts-expect-error
authDialogUrl({ partnerName: 'acme', authorizationCode: () => 'code' });

// An error code that does not exist.
// @ts-expect-error
isAuthDialogError(error, 'cancelled');
// @ts-expect-error
error.code;

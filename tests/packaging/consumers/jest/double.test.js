// The sample of docs/testing.md stands beside this, as sample.test.js. Here: what else a double must be in Jest, with nothing
// transformed.
jest.mock('tray-auth-dialog', () => require('tray-auth-dialog/testing'));
const main = require('tray-auth-dialog');
const testing = require('tray-auth-dialog/testing');

afterEach(testing.resetAuthDialogs);

const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: async () => 'code-1' };

test('the double stands for the package', async () => {
  const dialog = main.openAuthDialog(options);
  await testing.lastAuthDialog().finish();
  expect(await dialog.result).toEqual({ authId: 'auth-1', authType: 'oauth' });
});

test('an Element and wrong options are taken as in a browser', () => {
  main.openAuthDialog({ ...options, display: document.body, signal: new AbortController().signal });
  expect(() => main.openAuthDialog({ ...options, partner: 'acme' })).toThrow('`partner` is not an option');
});

test('the entry for elements gets the double, too', async () => {
  require('tray-auth-dialog/element/define');
  document.body.innerHTML = '<tray-auth-button partner-name="acme" authorization-code="code"></tray-auth-button>';
  const button = document.querySelector('tray-auth-button');
  const finished = new Promise((resolve) => button.addEventListener('finish', ({ detail }) => resolve(detail.authId)));
  button.click();
  await testing.lastAuthDialog().finish({ authId: 'auth-7' });
  expect(await finished).toBe('auth-7');
});

// A partner's own tests in Jest: CommonJS, and nothing transformed.
const main = require('tray-auth-dialog');
const js = require('tray-auth-dialog/js');

const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' };

describe.each([
  ['tray-auth-dialog', main],
  ['tray-auth-dialog/js', js],
])('%s', (_name, dialogs) => {
  test('runs in a simulated page', () => expect(typeof document).toBe('object'));

  test('makes a URL and reads a message', () => {
    const url = 'https://embedded.tray.io/external/auth/edit/acme/auth-1?code=code-1';
    expect(dialogs.authDialogUrl(options)).toBe(url);
    const finish = { type: 'finish', authId: 'auth-1' };
    expect(dialogs.parseAuthMessage({ type: 'tray.authpopup.finish', authId: 'auth-1' })).toEqual(finish);
  });

  test.each(['popup', 'modal'])('says that there is no window to open: %s', (display) => {
    let failure;
    try {
      dialogs.openAuthDialog({ ...options, display });
    } catch (error) {
      failure = error;
    }
    expect(dialogs.isAuthDialogError(failure, 'not_in_browser')).toBe(true);
    expect(failure.message).toMatch(/no browser window here.*jsdom/);
  });
});

jest.mock('tray-auth-dialog/slim', () => ({
  ...jest.requireActual('tray-auth-dialog/slim'),
  openAuthDialog: jest.fn(),
}));

test('an entry can be mocked in part', () => {
  const slim = require('tray-auth-dialog/slim');
  expect(slim.openAuthDialog(options)).toBeUndefined();
  expect(() => slim.attachAuthDialog(window)).toThrow(/no browser window here/);
});

import { authDialogUrl, isAuthDialogError, openAuthDialog } from 'tray-auth-dialog';
import { authDialogUrl as withoutWasm } from 'tray-auth-dialog/js';

const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' };

test('in the test runner of the project', () => {
  const url = 'https://embedded.tray.io/external/auth/edit/acme/auth-1?code=code-1';
  expect(authDialogUrl(options)).toBe(url);
  expect(withoutWasm(options)).toBe(url);
  let failure;
  try {
    openAuthDialog(options);
  } catch (error) {
    failure = error;
  }
  expect(isAuthDialogError(failure, 'not_in_browser')).toBe(true);
});

// A partner's own tests in Vitest, in one of its simulated pages.
import * as main from 'tray-auth-dialog';
import * as js from 'tray-auth-dialog/js';
import { describe, expect, test, vi } from 'vitest';

const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' };

/** @param {string} name */
export function environment(name) {
  test(`${name}: is a simulated page`, () => {
    expect(navigator.userAgent.toLowerCase()).toContain(name.replace('-', ''));
    expect(typeof document).toBe('object');
  });

  describe.each([
    ['tray-auth-dialog', main],
    ['tray-auth-dialog/js', js],
  ])(`${name}: %s`, (_entry, dialogs) => {
    test('makes a URL and reads a message', () => {
      const url = 'https://embedded.tray.io/external/auth/edit/acme/auth-1?code=code-1';
      expect(dialogs.authDialogUrl(options)).toBe(url);
      const finish = { type: 'finish', authId: 'auth-1' };
      expect(dialogs.parseAuthMessage({ type: 'tray.authpopup.finish', authId: 'auth-1' })).toEqual(finish);
    });

    test.each(['popup', 'modal'])('says that there is no window to open: %s', (display) => {
      const open = vi.spyOn(window, 'open');
      let failure;
      try {
        dialogs.openAuthDialog({ ...options, display });
      } catch (error) {
        failure = error;
      }
      expect(dialogs.isAuthDialogError(failure, 'not_in_browser')).toBe(true);
      expect(failure.message).toMatch(/no browser window here.*jsdom and happy-dom/);
      expect(open).not.toHaveBeenCalled();
    });
  });
}

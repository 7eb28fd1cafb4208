// What partners write in their tests.
import type * as main from 'tray-auth-dialog';
import * as testing from 'tray-auth-dialog/testing';
import type { AuthDialog, AuthDialogError, SolutionResult } from 'tray-auth-dialog';
import { fakeAuthDialog, type FakeAuthDialog, failNextAuthDialog, lastAuthDialog } from 'tray-auth-dialog/testing';

// It stands for the default entry: vi.mock('tray-auth-dialog', () => import('tray-auth-dialog/testing')).
export const standsFor: typeof main = testing;

// It is an AuthDialog, and drives one.
const fake: FakeAuthDialog = fakeAuthDialog();
export const dialog: AuthDialog = fake;
export const open: () => AuthDialog = () => fakeAuthDialog({ partnerName: 'acme' });
const slot: FakeAuthDialog<SolutionResult> = fakeAuthDialog({ solutionInstanceId: 'instance', externalAuthId: 'slot' });
slot.result.then(({ authValue }) => authValue.authId);
slot.retry().result.then(({ authValue }) => authValue.authId);

export async function drive(): Promise<void> {
  await fake.finish();
  await fake.finish({ authId: 'auth-1', authType: 'oauth' });
  await fake.fail('popup_blocked');
  await fake.fail('dialog_error', 'No.');
  await fake.emit({ type: 'stalled', message: 'Nothing happens in the frame.' });
  await fake.emit({ type: 'ignored', reason: 'origin', origin: 'https://example.com' });
  fake.close();
  fake.close('user');
  fake.on('late-finish', ({ authId }) => authId);
  failNextAuthDialog('wasm_blocked');
  await lastAuthDialog().finish();
  testing.resetAuthDialogs();
  const error: unknown = await fake.result.catch((reason: unknown) => reason);
  const known: AuthDialogError | undefined = testing.isAuthDialogError(error, 'closed') ? error : undefined;
  if (known) throw known;
}

// @ts-expect-error
fake.fail('wasm_blocked');
// @ts-expect-error
fake.fail('nonsense');
// @ts-expect-error
fake.close('nobody');
// @ts-expect-error
fake.finish('auth-1');
// @ts-expect-error
fake.emit({ type: 'finish' });
// @ts-expect-error
testing.openAuthDialog({ partnerName: 'acme' });

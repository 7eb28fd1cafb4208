// A server component that renders what the entry for React exports: its file says itself that it is for the client.
import { AuthDialogProvider } from 'tray-auth-dialog/react';
import { ConnectByHook } from '../connect-by-hook';

export default function Page() {
  return (
    <AuthDialogProvider>
      <ConnectByHook />
    </AuthDialogProvider>
  );
}

// What every consumer's page does (apps/connect.js), by the hook.
'use client';
import { useEffect, useState } from 'react';
import { useAuthDialog } from 'tray-auth-dialog/react';

export function ConnectByHook() {
  // The server does not know it.
  const [host, setHost] = useState();
  useEffect(() => setHost(new URLSearchParams(location.search).get('host')), []);
  useEffect(() => {
    globalThis.ready = Boolean(host);
  }, [host]);
  const { open, busy, result, error } = useAuthDialog({
    partnerName: 'acme',
    solutionInstanceId: 'instance-1',
    externalAuthId: 'external_slack_authentication',
    host,
    authorizationCode: async () => 'sim:finish-then-close',
    closeGrace: 60_000,
  });
  const outcome = result ?? (error && { name: error.name, code: error.code, message: error.message });
  return (
    <>
      <button id="connect" type="button" onClick={open} disabled={busy}>
        Connect Slack
      </button>
      <output id="outcome">{outcome && JSON.stringify(outcome)}</output>
    </>
  );
}

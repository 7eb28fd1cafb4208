// What every consumer's page does (apps/connect.js), as a component.
'use client';
import { useEffect, useState } from 'react';

/** @param {{ open: typeof import('tray-auth-dialog').openAuthDialog }} props of the entry under test */
export function Connect({ open }) {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    globalThis.ready = Boolean(open);
  }, [open]);
  const connect = async () => {
    try {
      const dialog = open({
        partnerName: 'acme',
        solutionInstanceId: 'instance-1',
        externalAuthId: 'external_slack_authentication',
        host: new URLSearchParams(location.search).get('host'),
        authorizationCode: async () => 'sim:finish-then-close',
      });
      setOutcome(JSON.stringify(await dialog.result));
    } catch ({ name, code, message }) {
      setOutcome(JSON.stringify({ name, code, message }));
    }
  };
  return (
    <>
      <button id="connect" type="button" onClick={connect}>
        Connect Slack
      </button>
      <output id="outcome">{outcome}</output>
    </>
  );
}

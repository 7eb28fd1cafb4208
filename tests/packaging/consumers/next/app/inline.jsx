// The default entry in a component that is rendered on the server too.
'use client';
import { openAuthDialog } from 'tray-auth-dialog';
import { Connect } from './connect';

export function Inline() {
  return <Connect open={openAuthDialog} />;
}

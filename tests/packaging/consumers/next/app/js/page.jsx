// The entry without WebAssembly.
'use client';
import { openAuthDialog } from 'tray-auth-dialog/js';
import { Connect } from '../connect';

export default function Page() {
  return <Connect open={openAuthDialog} />;
}

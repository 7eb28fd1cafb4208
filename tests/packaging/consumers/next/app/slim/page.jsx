// The entry /slim: `init` runs in the browser only, when the page is shown.
'use client';
import { useEffect, useState } from 'react';
import { init, openAuthDialog } from 'tray-auth-dialog/slim';
import { Connect } from '../connect';

export default function Page() {
  const [open, setOpen] = useState();
  useEffect(() => {
    init(new URL('tray-auth-dialog/slim.wasm', import.meta.url)).then(() => setOpen(() => openAuthDialog));
  }, []);
  return <Connect open={open} />;
}

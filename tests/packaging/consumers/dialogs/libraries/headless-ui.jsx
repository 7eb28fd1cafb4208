import { Dialog, DialogBackdrop, DialogPanel, DialogTitle } from '@headlessui/react';
import { useState } from 'react';
import { Content, mounting } from './content.jsx';

function App({ connect }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button id="opener" type="button" onClick={() => setOpen(true)}>
        Settings
      </button>
      <Dialog open={isOpen} onClose={setOpen}>
        <DialogBackdrop style={{ position: 'fixed', inset: 0 }} />
        <DialogPanel style={{ position: 'fixed', insetInlineStart: 0, top: '50%' }}>
          <DialogTitle>Settings</DialogTitle>
          <Content connect={connect} />
        </DialogPanel>
      </Dialog>
    </>
  );
}

export const mount = mounting(App);

import Dialog from '@mui/material/Dialog';
import { useState } from 'react';
import { Content, mounting } from './content.jsx';

function App({ connect }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button id="opener" type="button" onClick={() => setOpen(true)}>
        Settings
      </button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} transitionDuration={0} aria-label="Settings">
        <Content connect={connect} />
      </Dialog>
    </>
  );
}

export const mount = mounting(App);

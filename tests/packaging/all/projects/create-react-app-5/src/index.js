import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { openAuthDialog } from 'tray-auth-dialog';
import { connect } from './connect.js';

function App() {
  useEffect(() => connect(openAuthDialog), []);
  return (
    <>
      <button id="connect" type="button">
        Connect Slack
      </button>
      <output id="outcome" />
    </>
  );
}

createRoot(document.getElementById('root')).render(<App />);

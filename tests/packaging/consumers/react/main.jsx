// A page under React's StrictMode, which mounts every component twice while one develops.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { InlineDialog } from './inline-dialog.jsx';
import { useAuthDialog } from './use-auth-dialog.js';

const { host, code } = Object.fromEntries(new URLSearchParams(location.search));
globalThis.codes = 0;
const options = {
  partnerName: 'acme',
  host,
  closeGrace: 50,
  authorizationCode: async () => {
    globalThis.codes += 1;
    return code;
  },
};

const show = (value) => (document.getElementById('outcome').textContent = JSON.stringify(value));
const onResult = ({ authId }) => show({ authId });
const onError = ({ code }) => show({ code });

function Popup() {
  const open = useAuthDialog();
  return (
    <button id="open" type="button" onClick={() => open(options).result.then(onResult, onError)}>
      Connect Slack
    </button>
  );
}

function App() {
  const [shown, setShown] = useState('');
  return (
    <>
      {['popup', 'inline', 'nothing'].map((id) => (
        <button key={id} id={id} type="button" onClick={() => setShown(id)}>
          {id}
        </button>
      ))}
      {shown === 'popup' && <Popup />}
      {shown === 'inline' && <InlineDialog options={options} onResult={onResult} onError={onError} />}
    </>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
globalThis.ready = true;

// A page under React's StrictMode, which mounts every component twice while one develops. The test puts the samples of the
// documentation beside it.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Connect } from './connect.tsx';
import { InlineDialog } from './inline-dialog.tsx';
import { useAuthDialog } from './use-auth-dialog.tsx';

const { host, code, fails } = Object.fromEntries(new URLSearchParams(location.search));
globalThis.codes = 0;
globalThis.results = 0;
const options = {
  partnerName: 'acme',
  host,
  closeGrace: 50,
  authorizationCode: async () => {
    globalThis.codes += 1;
    if (globalThis.codes <= Number(fails ?? 0)) throw new Error('no code');
    return code;
  },
};

const show = (value) => (document.getElementById('outcome').textContent = JSON.stringify(value));
const onResult = ({ authId }) => {
  globalThis.results += 1;
  show({ authId });
};
const onError = ({ code }) => show({ code });

function Popup() {
  const { open, retry } = useAuthDialog();
  return (
    <>
      <button id="open" type="button" onClick={() => open(options).result.then(onResult, onError)}>
        Connect Slack
      </button>
      <button id="retry" type="button" onClick={() => retry().result.then(onResult, onError)}>
        Try again
      </button>
    </>
  );
}

/** A parent as most are: it renders again for each outcome, with options and functions that are new each time. */
function Inline() {
  const [outcomes, setOutcomes] = useState(0);
  const then = (tell) => (value) => {
    setOutcomes(outcomes + 1);
    tell(value);
  };
  return <InlineDialog options={{ ...options }} onResult={then(onResult)} onError={then(onError)} />;
}

function App() {
  const [shown, setShown] = useState('');
  return (
    <>
      {['connect', 'popup', 'inline', 'nothing'].map((id) => (
        <button key={id} id={id} type="button" onClick={() => setShown(id)}>
          {id}
        </button>
      ))}
      <div id="shown">
        {shown === 'connect' && <Connect options={options} onResult={onResult} onError={onError} />}
        {shown === 'popup' && <Popup />}
        {shown === 'inline' && <Inline />}
      </div>
    </>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
globalThis.ready = true;

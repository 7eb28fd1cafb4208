// A page under React's StrictMode, which mounts every component twice while one develops. The test puts the samples of the
// documentation beside it.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthDialogProvider, useAuthDialog } from 'tray-auth-dialog/react';
import { fetchCode, open, save } from './back-end';
import { Connect } from './connect.tsx';
import { InlineDialog } from './inline-dialog.tsx';

const query = new URLSearchParams(location.search);
const has = (name) => query.has(name);

/** A parent as most are: it renders again for each outcome, with options and functions that are new each time. */
function Inline() {
  const [, setOutcomes] = useState(0);
  const then = (tell) => (value) => {
    setOutcomes((outcomes) => outcomes + 1);
    tell(value);
  };
  return (
    <InlineDialog
      options={{
        partnerName: 'acme',
        authorizationCode: fetchCode,
        onFinish: then(({ authId }) => save({ authId })),
        onError: then(({ code }) => save({ code })),
        onClose: then(({ by }) => save({ closed: by })),
      }}
    />
  );
}

/** Options that change while the dialog is open. */
function Changing() {
  const [step, setStep] = useState(1);
  const dialog = useAuthDialog({
    partnerName: 'acme',
    authorizationCode: fetchCode,
    ...(step > 1 && { solutionInstanceId: `instance-${step}`, externalAuthId: 'external_slack_authentication' }),
    onFinish: ({ solutionInstanceId = 'none' }) => save({ step, solutionInstanceId }),
  });
  Object.assign(globalThis, { dialog, step });
  return (
    <>
      <button id="open" type="button" onClick={dialog.open}>
        Open
      </button>
      <button id="next" type="button" onClick={() => setStep(step + 1)}>
        Next
      </button>
    </>
  );
}

/** What is wrong with the options, or that there are none. */
function Missing() {
  const { open: connect, error, state } = useAuthDialog(has('none') ? undefined : { partner: 'acme', onError: report });
  return (
    <>
      <button id="open" type="button" onClick={connect}>
        Open
      </button>
      <output id="error">{error && `${state} ${error.code}`}</output>
    </>
  );
}
const report = ({ code, field }) => save({ code, field });

function App() {
  const [shown, setShown] = useState(true);
  globalThis.remove = () => setShown(false);
  if (!shown) return null;
  if (has('inline')) return <Inline />;
  if (has('changing')) return <Changing />;
  if (has('missing')) return <Missing />;
  return (
    <>
      <Connect solutionInstanceId="instance-1" />
      {has('two') && <Connect solutionInstanceId="instance-2" />}
    </>
  );
}

/** How often WebAssembly was started. */
globalThis.started = 0;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given);
    globalThis.started += 1;
  }
};

// Another `open`, or that of the package.
createRoot(document.getElementById('app')).render(
  <StrictMode>
    <AuthDialogProvider open={has('own') ? undefined : open}>
      <App />
    </AuthDialogProvider>
  </StrictMode>,
);
globalThis.ready = true;

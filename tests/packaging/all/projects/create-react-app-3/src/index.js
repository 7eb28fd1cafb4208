import React, { useEffect } from 'react';
import ReactDOM from 'react-dom';
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

ReactDOM.render(<App />, document.getElementById('root'));

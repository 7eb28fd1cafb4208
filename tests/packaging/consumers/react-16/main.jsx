// A page of the oldest React that has hooks. The test puts the sample of the documentation beside it.
import ReactDOM from 'react-dom';
import { AuthDialogProvider } from 'tray-auth-dialog/react';
import { open } from './back-end';
import { Connect } from './connect.tsx';

const app = document.getElementById('app');
globalThis.remove = () => ReactDOM.unmountComponentAtNode(app);
ReactDOM.render(
  <AuthDialogProvider open={open}>
    <Connect solutionInstanceId="instance-1" />
    {new URLSearchParams(location.search).has('two') && <Connect solutionInstanceId="instance-2" />}
  </AuthDialogProvider>,
  app,
);
globalThis.ready = true;

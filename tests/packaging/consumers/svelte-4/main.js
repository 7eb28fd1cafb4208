// A page of Svelte 4. The test puts the sample of the documentation beside it.
import { authDialogKey } from 'tray-auth-dialog/svelte';
import { open } from './back-end';
import Connect from './stores.svelte';

const ids = new URLSearchParams(location.search).has('two') ? ['instance-1', 'instance-2'] : ['instance-1'];
const target = document.getElementById('app');
const mounted = ids.map(
  (solutionInstanceId) =>
    new Connect({ target, props: { solutionInstanceId }, context: new Map([[authDialogKey, open]]) }),
);
globalThis.remove = () => {
  for (const component of mounted) component.$destroy();
};
globalThis.ready = true;

// A page of Svelte 5. The test puts the samples of the documentation beside it: that for runes, and that for Svelte 4, which
// works here too.
import { mount, unmount } from 'svelte';
import { authDialogKey } from 'tray-auth-dialog/svelte';
import { open } from './back-end';
import Runes from './runes.svelte';
import Stores from './stores.svelte';

const query = new URLSearchParams(location.search);
const ids = query.has('two') ? ['instance-1', 'instance-2'] : ['instance-1'];
const target = document.getElementById('app');
const mounted = ids.map((solutionInstanceId) =>
  mount(query.has('stores') ? Stores : Runes, {
    target,
    props: { solutionInstanceId },
    context: new Map([[authDialogKey, open]]),
  }),
);
globalThis.remove = () => {
  for (const component of mounted) unmount(component);
};
globalThis.ready = true;

// A page of Vue. The test puts the sample of the documentation beside it.
import { createApp, h } from 'vue';
import { authDialogKey } from 'tray-auth-dialog/vue';
import { open } from './back-end';
import Connect from './connect.vue';

const ids = new URLSearchParams(location.search).has('two') ? ['instance-1', 'instance-2'] : ['instance-1'];
const app = createApp(() => ids.map((solutionInstanceId) => h(Connect, { solutionInstanceId })));
app.provide(authDialogKey, open);
app.mount('#app');
globalThis.remove = () => app.unmount();
globalThis.ready = true;

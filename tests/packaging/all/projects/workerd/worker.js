import * as dialogs from 'tray-auth-dialog';
import { answer } from './runtime.js';

export default { fetch: () => new Response(answer(dialogs)) };

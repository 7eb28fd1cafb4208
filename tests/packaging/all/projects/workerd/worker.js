import * as dialogs from 'tray-auth-dialog';
import { answers } from './no-page.js';

export default { fetch: () => Response.json(answers(dialogs)) };

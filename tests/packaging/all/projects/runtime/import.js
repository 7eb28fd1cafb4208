// What works without a page, with the package loaded by `import`.
import * as dialogs from 'tray-auth-dialog';
import { answers } from './no-page.js';

console.log(JSON.stringify(answers(dialogs)));

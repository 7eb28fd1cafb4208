import * as dialogs from 'tray-auth-dialog';
import { answer } from './runtime.js';

console.log(answer(dialogs));

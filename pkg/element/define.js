// @ts-check
// Defines <tray-auth-button> when it is imported: the one entry with a side effect. On a server it does nothing. Types:
// define.d.ts. Imports `element`.
import { defineTrayAuthButton } from '../element.js';

defineTrayAuthButton();

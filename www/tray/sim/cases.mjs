// The cases that the simulated dialog can play, as data: the demo lists them, the tests run them, the README describes them.
import { closing } from './cases/closing.mjs';
import { messages } from './cases/messages.mjs';
import { windows } from './cases/windows.mjs';

/** @typedef {import('./cases/case.mjs').Case} Case */

/** @type {Case[]} */
export const cases = [...closing, ...messages, ...windows];

/** @param {string} name */
export const caseNamed = (name) => cases.find((one) => one.name === name);

// Tells the host page why the dialog could not open, and lets the user close it.
import { page } from './page.js';
import { play } from './steps.js';

const { steps } = page();
document.querySelector('#close').addEventListener('click', () => play(steps.onCancel));
play(steps.onLoad);

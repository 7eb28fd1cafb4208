// Plays the steps in the page's URL.
import { page } from './page.js';
import { play } from './steps.js';

const { steps, target } = page();
const targets = { opener: window.opener, parent: window.parent, top: window.top };
play(steps, target === undefined ? {} : { target: targets[target] });

// The first page of a dialog without a service: its Cancel button, and the steps of its behaviour.
import { note } from './api.js';
import { page } from './page.js';
import { play, playAtOnce } from './steps.js';

const { api, steps, result } = page();
let leaving = false;
document.querySelector('form').addEventListener('submit', () => {
  leaving = true;
});
document.querySelector('#cancel').addEventListener('click', () => play(steps.onCancel));
window.addEventListener('pagehide', () => {
  if (leaving) return; // to the next page of this dialog
  playAtOnce(steps.onPagehide, { result });
  note(api, { kind: 'pagehide' });
});
play(steps.onLoad, { result });

// The five steps of the flow, and the current one.
import { byId } from './dom.js';

const items = [...byId('steps').children];

/**
 * Marks all steps before this one as done, and this one as current; with `state`, as done or failed.
 * @param {'instance' | 'code' | 'dialog' | 'result' | 'saved'} step
 * @param {'now' | 'done' | 'failed'} [state]
 */
export function showStep(step, state = 'now') {
  const reached = items.findIndex((item) => item.dataset.step === step);
  items.forEach((item, index) => {
    item.dataset.state = index < reached ? 'done' : index === reached ? state : 'ahead';
    item.toggleAttribute('aria-current', false);
    if (index === reached && state === 'now') item.setAttribute('aria-current', 'step');
  });
}

/** Marks the current step as failed. */
export function failStep() {
  const now = items.find((item) => item.dataset.state === 'now');
  if (now) showStep(now.dataset.step, 'failed');
}

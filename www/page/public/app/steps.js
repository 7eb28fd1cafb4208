// The five steps of the flow, and which of them is under way.
import { byId } from './dom.js';

const items = [...byId('steps').children];

/**
 * Everything before this step is done, this one is under way; with `state` 'done' or 'failed' it has ended.
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

/** The step that is under way has failed; which one that is, the steps know themselves. */
export function failStep() {
  const now = items.find((item) => item.dataset.state === 'now');
  if (now) showStep(now.dataset.step, 'failed');
}

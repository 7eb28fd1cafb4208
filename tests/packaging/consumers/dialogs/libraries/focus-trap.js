import { createFocusTrap } from 'focus-trap';
import { content, element, opener } from './elements.js';

export function mount(root, connect) {
  const button = opener();
  const dialog = element('div', { role: 'dialog', hidden: true }, ...content(connect));
  root.append(button, dialog);
  const trap = createFocusTrap(dialog, {
    isolateSubtrees: 'aria-hidden',
    onDeactivate: () => {
      dialog.hidden = true;
    },
  });
  button.onclick = () => {
    dialog.hidden = false;
    trap.activate();
  };
}

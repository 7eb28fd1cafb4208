import { Modal } from 'bootstrap';
import { content, element, opener } from './elements.js';

export function mount(root, connect) {
  const button = opener();
  const body = element('div', { className: 'modal-content' }, ...content(connect));
  const modal = element(
    'div',
    { className: 'modal', tabIndex: -1 },
    element('div', { className: 'modal-dialog' }, body),
  );
  // What of its style sheet this needs.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.modal { display: none; position: fixed; inset: 0; z-index: 1055 }');
  document.adoptedStyleSheets.push(sheet);
  root.append(button, modal);
  const instance = new Modal(modal);
  button.onclick = () => instance.show(button);
  // It gives the focus back by its data attributes alone.
  modal.addEventListener('hidden.bs.modal', () => button.focus());
}

import $ from './jquery.js';
import 'jquery-ui/dist/jquery-ui.js';
import { content, element, opener } from './elements.js';

export function mount(root, connect) {
  const button = opener();
  const body = element('div', { title: 'Settings' }, ...content(connect));
  root.append(button, body);
  const dialog = $(body).dialog({ autoOpen: false, modal: true });
  button.onclick = () => dialog.dialog('open');
}

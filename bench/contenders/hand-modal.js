// What a careful partner would write without a package: the platform's own dialog with a title, a button and a frame in it.
const styles = `
  dialog { box-sizing: border-box; width: min(500px, 100% - 32px); height: min(700px, 100% - 32px); padding: 0;
    border: 1px solid #8884; border-radius: 12px; overflow: hidden; font: 16px / 1.4 system-ui, sans-serif; }
  dialog::backdrop { background: #0008; }
  h2 { margin: 0; font: inherit; font-weight: 600; }
  button { font: inherit; }
  iframe { display: block; width: 100%; height: 100%; border: 0; }`;

/** @param {string} tag @param {(Node | string)[]} children */
function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

export function show() {
  const close = element('button', '×');
  const frame = element('iframe');
  const dialog = element('dialog', element('h2', 'Connect your account'), close, element('p', 'Loading…'), frame);
  close.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();
  document.body.append(element('style', styles), dialog);
  dialog.showModal();
}

// The elements of a dialog for libraries that bring none.

/** @param {string} tag @param {Record<string, unknown>} properties @param {(Node | string)[]} children */
export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** The button that opens the dialog, and what is in it. */
export const opener = () => element('button', { id: 'opener', type: 'button' }, 'Settings');

/** @param {() => void} connect */
export const content = (connect) => [
  element('h2', {}, 'Settings'),
  element('input', { id: 'field', ariaLabel: 'Name' }),
  element('button', { id: 'connect', type: 'button', onclick: connect }, 'Connect'),
];

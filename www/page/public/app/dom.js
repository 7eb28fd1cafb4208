// Small helpers to find, clone and write elements. Text only, never HTML: the page runs under Trusted Types.

/** @param {string} id @returns {HTMLElement} */
export const byId = (id) => document.getElementById(id);

/**
 * A copy of a template's content, with its named parts.
 * @param {string} templateId
 * @returns {{ root: HTMLElement, parts: Record<string, HTMLElement> }}
 */
export function fromTemplate(templateId) {
  const root = byId(templateId).content.firstElementChild.cloneNode(true);
  const parts = Object.fromEntries([...root.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part]));
  return { root, parts };
}

/**
 * @param {string} tag
 * @param {{ className?: string, text?: string, [attribute: string]: string | undefined }} [properties]
 * @param {...Node} children
 */
export function element(tag, { className, text, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Says something to people who use a screen reader. */
export function announce(text) {
  byId('announcer').textContent = text;
}

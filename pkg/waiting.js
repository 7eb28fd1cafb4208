// @ts-check
// What a popup or an inline frame shows until the code arrives: a spinner, the title, and one line. It is built only with DOM,
// CSSOM and Web Animations, because the blank document has the Content-Security-Policy of the page. Imports nothing.

/**
 * @param {Document} blank
 * @param {{ title?: string, waiting?: string }} labels
 */
export function showWaiting(blank, labels) {
  const { documentElement: root, head, body, defaultView } = blank;
  if (body.firstChild) return;
  for (const name of ['lang', 'dir']) {
    const value = document.documentElement.getAttribute(name);
    if (value) root.setAttribute(name, value);
  }
  /** @param {Element} parent @param {string} tag @param {string} text @param {string} style */
  const add = (parent, tag, text, style) => {
    const element = blank.createElement(tag);
    element.textContent = text;
    element.style.cssText = style;
    parent.append(element);
    return element;
  };
  // Without it, a phone shows the page as small as one made for desktops.
  head.append(Object.assign(blank.createElement('meta'), { name: 'viewport', content: 'width=device-width' }));
  blank.title = labels.title || 'Connect your account';
  root.style.cssText = 'color-scheme:light dark';
  body.style.cssText = 'margin:0;font:16px/1.4 system-ui,sans-serif;overflow-wrap:anywhere';
  const main = add(
    body,
    'main',
    '',
    'display:grid;place-content:center;justify-items:center;gap:12px;min-height:100vh;text-align:center',
  );
  // A frame is transparent until it has loaded something, so use the colours of the page.
  const frame = defaultView?.frameElement;
  if (frame) {
    const { color, colorScheme } = getComputedStyle(frame);
    root.style.colorScheme = colorScheme;
    body.style.color = color;
  }
  const ring = add(
    main,
    'div',
    '',
    'width:28px;height:28px;border:3px solid #8886;border-top-color:currentColor;border-radius:50%',
  );
  add(main, 'h1', blank.title, 'font-size:1em;margin:0');
  add(main, 'span', labels.waiting || 'One moment…', '').setAttribute('role', 'status');
  if (matchMedia('(prefers-reduced-motion: no-preference)').matches)
    ring.animate({ rotate: ['0deg', '360deg'] }, { duration: 1000, iterations: 1 / 0 });
}

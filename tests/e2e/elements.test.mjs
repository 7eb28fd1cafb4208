// Elements as `display` that do not show their children: an error at once, or as soon as it can be noticed. Those that only do
// not show them yet work.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('Elements that do not show their children', ({ test, browser }) => {
  const open = (h, { code, html, options }) => {
    class Closed extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).textContent = 'no slot';
      }
    }
    // As component libraries render: a task after it was put into the document.
    class Late extends Closed {
      connectedCallback() {
        queueMicrotask(() => this.shadowRoot.replaceChildren(document.createElement('slot')));
      }
    }
    customElements.define('test-closed', Closed);
    customElements.define('test-late', Late);
    window.place = h.place({ innerHTML: html }).firstElementChild;
    h.open(h.create({ authorizationCode: code, display: window.place, ...options }));
  };
  const opened = (html, options) => browser.opened({ display: 'inline', handlers: { open }, options, args: { html } });

  for (const name of ['script', 'style', 'template', 'audio', 'audio controls', 'progress', 'svg'])
    test(`<${name}>: invalid_options, at once`, async () => {
      const page = await opened(`<${name}></${name.split(' ')[0]}>`);
      const error = await page.thrown();
      assert.equal(error.code, 'invalid_options');
      assert.match(error.text, /display.*shows its children/);
      assert.equal(await page.run(() => window.place.childNodes.length), 0, 'nothing was put into it');
    });

  for (const name of ['test-closed', 'test-closed style="display: block"', 'meter'])
    test(`<${name}>: frame_blocked, which says why`, async () => {
      const page = await opened(`<${name}></${name.split(' ')[0]}>`);
      const error = await page.failure('frame_blocked');
      assert.match(error.message, /`display`.*does not show its children/);
      assert.equal(await page.run(() => document.querySelectorAll('iframe').length), 0);
    });

  /** Stays open until the package has checked that it is shown, and then finishes. */
  const works = async (page) => {
    await page.event('navigate');
    await page.run(() => new Promise((resolve) => setTimeout(resolve, 600)));
    await page.finishes({ place: await page.dialog() });
  };

  for (const [what, html, options] of [
    ['a custom element that makes its slot a little later', '<test-late></test-late>'],
    ['an Element without a box of its own', '<div style="display: contents"></div>'],
    [
      'an Element out of sight whose content is not painted',
      '<div style="margin-top: 9000px; content-visibility: auto"></div>',
    ],
    ['<details> that are shut', '<details><summary>Connect</summary></details>'],
    ['an Element of no size', '<div style="height: 0; width: 0; overflow: hidden"></div>'],
    [
      "a frame that the page's own CSS hides for now",
      '<div><style>.auth { display: none }</style></div>',
      { frame: { className: 'auth' } },
    ],
  ])
    test(`${what}: works`, async () => works(await opened(html, options)));

  for (const [what, html] of [
    ['is not displayed', '<div hidden></div>'],
    ['never is', '<datalist></datalist>'],
  ])
    test(`an Element that ${what}: stalled, which says why, and the dialog goes on`, async () => {
      const page = await opened(html, { frame: { stallAfter: 200 } });
      const { message } = await page.event('stalled');
      assert.match(message, /a hidden frame/);
      await works(page);
    });
});

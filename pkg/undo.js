// @ts-check
// What one dialog has put into the page, and how to undo it. Imports nothing.
//
// The module adds to the list on the line that makes it necessary, and runs it when it is done; after a trap, when the
// module no longer can, `instance.js` runs every list. Listeners are not on it: they are the module's, and those of a dead
// instance do nothing.

/** What had the focus before each modal, by its host. @type {WeakMap<Element, Element | null>} */
const wayBack = new WeakMap();

/** How many modals lock the page's scrolling, and the sheet by which they do. */
let locks = 0;
/** @type {CSSStyleSheet} */
let lock;

export class Undo {
  /** @param {{ lists?: Set<Undo> }} instance keeps the lists that have something on them, until it is dead */
  constructor(instance) {
    /** @type {(() => void)[]} */
    this.undos = [];
    this.instance = instance;
  }

  /** @param {() => void} undo */
  add(undo) {
    this.undos.push(undo);
    // A call of a dead instance that has not returned yet.
    if (!this.instance.lists) return this.run();
    this.instance.lists.add(this);
  }

  /** @param {Window} window */
  closes(window) {
    this.add(() => window.close());
  }

  /** @param {Element} element */
  removes(element) {
    this.add(() => element.remove());
  }

  /**
   * Keeps a modal from being hidden, by libraries that make all but their own dialog `inert` or `aria-hidden`. Not for ever: a
   * page that does so again each time would not come to an end.
   * @param {Element} host
   */
  keepsShown(host) {
    let times = 0;
    const observer = new MutationObserver(() => {
      if (times++ < 100) for (const name of ['inert', 'aria-hidden']) host.removeAttribute(name);
    });
    observer.observe(host, { attributes: true });
    this.add(() => observer.disconnect());
  }

  /** Keeps the page behind a modal still, until the last modal has gone, in whatever order they go. */
  locksScroll() {
    if (!locks) lock = lockPage();
    locks++;
    this.add(() => {
      // In an order that can be begun again.
      if (locks === 1) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== lock);
      locks--;
    });
  }

  // A closing <dialog> gives the focus back by itself, but not to a button that is disabled until the result is there. So
  // it is tried once more when the page's own code has run.
  /** @param {Element} host the modal's */
  returnsFocus(host) {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    wayBack.set(host, element);
    this.add(() =>
      setTimeout(() => {
        const now = document.activeElement;
        if (now && now !== document.body) return;
        // It was in a modal below this one, which has gone first: back to where that one was opened from.
        while (element && !element.isConnected)
          element = wayBack.get(/** @type {any} */ (element.getRootNode()).host) ?? null;
        /** @type {HTMLElement | null} */ (element)?.focus({ preventScroll: true });
      }),
    );
  }

  run() {
    for (let undo = this.undos.pop(); undo; undo = this.undos.pop()) {
      try {
        undo();
      } catch (error) {
        // There is no stack left for it (the second is Firefox's error): back on the list, by no call, until there is.
        if (error instanceof RangeError || /** @type {any} */ (error)?.name === 'InternalError') {
          this.undos[this.undos.length] = undo;
          throw error;
        }
        // Any other that fails (a page that broke its own DOM) must not keep the rest from being undone.
      }
    }
    this.instance.lists?.delete(this);
  }
}

/** @param {string} text */
export function styleSheet(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

// A sheet, not the inline style: the page's own style attribute stays as it is. The room that the scrollbar leaves becomes
// padding, so that nothing moves (a stable gutter of ours would stay outside the modal's backdrop; the page's own leaves none).
function lockPage() {
  const root = document.documentElement;
  const before = root.clientWidth;
  const { overflow, scrollbarGutter, paddingRight, zoom = 1 } = getComputedStyle(root);
  // Whose overflow is the viewport's: were the root given one too, the body would become a scroller of its own, and the page
  // would be at its top. Under containment the body's own never is.
  const contained = [root, document.body].some((element) => {
    const { contain, containerType = 'normal' } = getComputedStyle(element);
    return contain + containerType !== 'nonenormal';
  });
  const rule = `${overflow === 'visible' && !contained ? 'body' : ':root'}{overflow:hidden!important}`;
  const sheet = styleSheet(rule);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  // A stable gutter stays, though Chromium counts it as gone.
  const room = scrollbarGutter?.startsWith('stable') ? 0 : root.clientWidth - before;
  // At the right, also where one writes from there: so stands the viewport's scrollbar, which a zoom of the root's own leaves
  // as it is.
  if (room > 0) sheet.replaceSync(`${rule}:root{padding-right:calc(${paddingRight} + ${room}px/${zoom})!important}`);
  return sheet;
}

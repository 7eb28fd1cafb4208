// @ts-check
// What one dialog has added to the page, and how to undo it. Imports nothing.
//
// The module adds to the list on the line that makes an undo necessary, and runs the list when the dialog ends. After a trap
// the module no longer can, so `instance.js` runs every list. Listeners are not on it: they belong to the module, and those of
// a dead instance do nothing.

/** The element that had the focus before each modal, by the modal's host. @type {WeakMap<Element, Element | null>} */
const wayBack = new WeakMap();

/** How many modals lock the page's scrolling, and the style sheet that does it. */
let locks = 0;
/** @type {CSSStyleSheet} */
let lock;

export class Undo {
  /** @param {{ lists?: Set<Undo> }} instance keeps the non-empty lists, until it is dead */
  constructor(instance) {
    /** @type {(() => void)[]} */
    this.undos = [];
    this.instance = instance;
  }

  /** @param {() => void} undo */
  add(undo) {
    this.undos.push(undo);
    // The instance died while this call was still running.
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
   * Keeps the page from scrolling until the last modal is removed, in any order, and libraries that make everything except
   * their own dialog `inert` or `aria-hidden` from hiding this one. It gives up after 100 times, or a page that does so again
   * each time would loop forever.
   * @param {Element} host the modal's
   */
  keepsOnTop(host) {
    let times = 0;
    const observer = new MutationObserver(() => {
      if (times++ < 100) for (const name of ['inert', 'aria-hidden']) host.removeAttribute(name);
    });
    observer.observe(host, { attributes: true });
    if (!locks) lock = lockPage();
    locks++;
    this.add(() => {
      observer.disconnect();
      // In this order, it can be repeated after it threw half way.
      if (locks === 1) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== lock);
      locks--;
    });
  }

  /**
   * Calls `tell` with the body of each report. It throws where the browser has no reports.
   * @param {(body: any) => void} tell
   */
  hearsReports(tell) {
    const observer = new ReportingObserver((/** @type {any} */ reports) => {
      // Of some reports Chromium's objects have nothing else.
      for (const { body } of reports) tell(body?.toJSON());
    });
    observer.observe();
    this.add(() => observer.disconnect());
  }

  // A closing <dialog> returns the focus by itself, but not to a button that is disabled until the result arrives. So it is
  // tried once more after the page's own code has run.
  /** @param {Element} host the modal's */
  returnsFocus(host) {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    wayBack.set(host, element);
    this.add(() =>
      setTimeout(() => {
        const now = document.activeElement;
        if (now && now !== document.body) return;
        // It was in a modal below this one that was removed first: go back to where that one was opened from.
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
        // There is no stack left (the second is Firefox's error): put it back on the list, without a call, for later.
        if (error instanceof RangeError || /** @type {any} */ (error)?.name === 'InternalError') {
          this.undos[this.undos.length] = undo;
          throw error;
        }
        // Any other failure (a page that broke its own DOM) must not stop the rest.
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

// A style sheet, not the inline style, so that the page's own style attribute does not change. The space of the scrollbar
// becomes padding, so that nothing moves. (A stable gutter of ours would stay outside the modal's backdrop; a page with a
// stable gutter frees no space.)
function lockPage() {
  const root = document.documentElement;
  const before = root.clientWidth;
  const { overflow, scrollbarGutter, paddingRight, zoom = 1 } = getComputedStyle(root);
  // Which element's overflow applies to the viewport. If the root got one too, the body would become a scroll container, and
  // the page would jump to its top. Under containment, the body's overflow never applies to the viewport.
  const contained = [root, document.body].some((element) => {
    const { contain, containerType = 'normal' } = getComputedStyle(element);
    return contain + containerType !== 'nonenormal';
  });
  const rule = `${overflow === 'visible' && !contained ? 'body' : ':root'}{overflow:hidden!important}`;
  const sheet = styleSheet(rule);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  // A stable gutter stays, although Chromium's `clientWidth` counts it as gone.
  const room = scrollbarGutter?.startsWith('stable') ? 0 : root.clientWidth - before;
  // Always on the right, also in right-to-left pages, because the viewport's scrollbar is there. CSS zoom of the root does not
  // scale that scrollbar.
  if (room > 0) sheet.replaceSync(`${rule}:root{padding-right:calc(${paddingRight} + ${room}px/${zoom})!important}`);
  return sheet;
}

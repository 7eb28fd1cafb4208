// @ts-check
// What one part of the module has put into the page, and how to undo it. Imports nothing.
//
// Each undo is registered on the line that makes it necessary, and is the only way back: the module calls `undo` when it is
// done, and the facade calls it for every scope after a trap, when the module itself no longer can.

/** What had the focus before each modal, by its host. @type {WeakMap<Element, Element | null>} */
const wayBack = new WeakMap();

/** How many modals lock the page's scrolling, and the sheet by which they do. */
let locks = 0;
/** @type {CSSStyleSheet} */
let lock;

export class Scope {
  /**
   * @param {Set<Scope>} scopes those that have something to undo
   * @param {(token: number, value: unknown) => void} enter the guarded way into the module
   */
  constructor(scopes, enter) {
    /** @type {(() => void)[]} */
    this.undos = [];
    this.scopes = scopes;
    this.enter = enter;
  }

  /** @param {() => void} undo */
  add(undo) {
    this.scopes.add(this);
    this.undos.push(undo);
  }

  /** @param {EventTarget} target @param {string} type @param {number} token */
  listen(target, type, token) {
    const listener = (/** @type {Event} */ event) => this.enter(token, event);
    try {
      target.addEventListener(type, listener);
    } catch {
      return; // A signal of the page's own making.
    }
    this.add(() => target.removeEventListener(type, listener));
  }

  /** @param {Element | null} parent there may be no body yet @param {Element} child */
  mount(parent, child) {
    parent?.append(child);
    this.add(() => child.remove());
  }

  /** @param {Window} window */
  window(window) {
    this.add(() => window.close());
  }

  /** Keeps the page behind a modal still, until the last modal has gone, in whatever order they go. */
  lockScroll() {
    if (!locks) lock = lockPage();
    locks++;
    this.add(() => {
      if (!--locks) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== lock);
    });
  }

  // A closing <dialog> gives the focus back by itself, but not to a button that is disabled until the result is there. So
  // it is tried once more when the page's own code has run.
  /** @param {Element} host the modal's */
  focusBack(host) {
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

  undo() {
    while (this.undos.length) {
      try {
        this.undos.pop()?.();
      } catch {
        // One that fails (a page that broke its own DOM) must not keep the others from being undone.
      }
    }
    this.scopes.delete(this);
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
  const { overflow, scrollbarGutter, paddingRight } = getComputedStyle(root);
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
  // At the right, also where one writes from there: so stands the viewport's scrollbar.
  if (room > 0) sheet.replaceSync(`${rule}:root{padding-right:calc(${paddingRight} + ${room}px)!important}`);
  return sheet;
}

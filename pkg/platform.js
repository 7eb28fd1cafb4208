// @ts-check
// What the facade lends to the module (src/browser/platform.rs): the clock, and the guarded ways back in. Imports `href`,
// `scope` and `view`.
import { hrefOf } from './href.js';
import { Scope } from './scope.js';
import { showFrame, showWaiting } from './view.js';

// The longest delay that a browser's timer takes, ms; the module asks again when it wakes early.
const maxDelay = 2 ** 31 - 1;

export class Platform {
  /** @param {(token: number, value: unknown) => void} enter calls the module, and catches its traps */
  constructor(enter) {
    /** @type {Set<Scope>} */
    this.scopes = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @param {number} token @param {unknown} value */
    this.enter = (token, value) => {
      if (!this.stopped) enter(token, value);
    };
    this.stopped = false;
    /** Which session a window belongs to. @type {Map<unknown, number>} */
    this.owners = new Map();
  }

  now() {
    return performance.now();
  }

  /** @param {number} ms */
  after(ms) {
    clearTimeout(this.timer);
    this.timer = ms < 0 ? undefined : setTimeout(this.enter, Math.min(ms, maxDelay), 1);
  }

  /** @param {unknown} value @param {number} token */
  settle(value, token) {
    new Promise((resolve) => resolve(typeof value === 'function' ? value() : value)).then(
      (settled) => this.enter(token, settled),
      (reason) => this.enter(token + 1, reason),
    );
  }

  /** @param {number} token */
  ownHeader(token) {
    const answer = (/** @type {string | null | undefined} */ header) => this.enter(token, header);
    // On an insecure page browsers ignore the header.
    if (!globalThis.isSecureContext) return this.settle(undefined, token);
    try {
      fetch(location.href, {
        method: 'HEAD',
        credentials: 'same-origin',
        redirect: 'error',
        signal: AbortSignal.timeout(1000),
      })
        .then((response) => response.headers.get('cross-origin-opener-policy'))
        .then(answer, () => answer(undefined));
    } catch {
      // An old browser, or a page that has no URL to ask for. Not at once: the module is still on its way out.
      this.settle(undefined, token);
    }
  }

  /** @param {unknown} window */
  owner(window) {
    return this.owners.get(window) ?? 0;
  }

  /** @param {unknown} window @param {number} id */
  assign(window, id) {
    if (id) this.owners.set(window, id);
    else this.owners.delete(window);
  }

  /** @param {string} text */
  parseUrl(text) {
    try {
      return new URL(text);
    } catch {
      return null;
    }
  }

  /** @param {string} text */
  decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return null;
    }
  }

  /** @param {unknown} value */
  href(value) {
    return hrefOf(value);
  }

  object() {
    return {};
  }

  /** @param {unknown} value */
  isArray(value) {
    try {
      return Array.isArray(value);
    } catch {
      return false; // A revoked Proxy.
    }
  }

  /** @param {object} object */
  names(object) {
    try {
      // A hole in a list is a place, too. No options object and no list has more of them.
      const names = Object.keys(Array.isArray(object) ? Array.from(object) : object).slice(0, 1000);
      return names.map((name) => name.slice(0, 128)).reverse();
    } catch {
      return [];
    }
  }

  // A window of another origin throws at nearly every touch, and so may a page's own object: `null` says so.

  /** @param {any} object @param {string} name */
  get(object, name) {
    try {
      return object[name];
    } catch {
      return null;
    }
  }

  /** @param {any} object @param {string} name */
  own(object, name) {
    try {
      return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
    } catch {
      return null;
    }
  }

  /** @param {any} object @param {string} name @param {unknown} value */
  set(object, name, value) {
    try {
      object[name] = value;
    } catch {
      // What can not be changed stays.
    }
  }

  /** @param {any} object @param {string} name @param {unknown} first @param {unknown} second */
  call(object, name, first, second) {
    try {
      return object?.[name]?.(first, second);
    } catch {
      return null;
    }
  }

  /** @param {string} features */
  open(features) {
    try {
      return window.open('', '_blank', features);
    } catch {
      return null;
    }
  }

  /** @param {Parameters<typeof showFrame>} given */
  frame(...given) {
    try {
      return showFrame(...given);
    } catch {
      return null; // No body, or a browser without <dialog> or constructable style sheets.
    }
  }

  /** @param {Parameters<typeof showWaiting>} given */
  waiting(...given) {
    try {
      showWaiting(...given);
    } catch {
      // A text that is not there is no reason to stop.
    }
  }

  scope() {
    return new Scope(this.scopes, this.enter);
  }

  /** After a trap: nothing comes back in, and all that was put into the page goes. */
  stop() {
    this.stopped = true;
    this.after(-1);
    for (const scope of this.scopes) scope.undo();
  }
}

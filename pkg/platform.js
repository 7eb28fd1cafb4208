// @ts-check
// What the facade lends to the module (src/browser/platform.rs): the clock, and the guarded ways back in. Imports `scope`.
import { Scope } from './scope.js';

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
    new Promise((resolve) => resolve(value)).then(
      (settled) => this.enter(token, settled),
      (reason) => this.enter(token + 1, reason),
    );
  }

  /** @param {number} token */
  ownHeader(token) {
    const answer = (/** @type {string | null | undefined} */ header) => this.enter(token, header);
    try {
      fetch(location.href, {
        method: 'HEAD',
        credentials: 'same-origin',
        redirect: 'error',
        signal: AbortSignal.timeout(1000),
      }).then(
        (response) => answer(response.headers.get('cross-origin-opener-policy')),
        () => answer(undefined),
      );
    } catch {
      // An old browser, or a page that has no URL to ask for. Not at once: the module is still on its way out.
      this.settle(undefined, token);
    }
  }

  scope() {
    return new Scope(this.scopes, this.enter);
  }

  /** After a trap: nothing comes back in, and all that was put into the page goes. */
  stop() {
    this.stopped = true;
    this.after(-1);
    for (const scope of this.scopes) scope.undo(0);
  }
}

// The log of the dialogs, for tests: opened, messages received, unloaded.
import { EventEmitter } from 'node:events';

/** The most entries to keep. */
const CAPACITY = 5_000;

/** @typedef {{ n: number, at: number, kind: string, tag?: string, session?: string, [detail: string]: unknown }} Entry */

export class Log {
  #clock;
  #entries = [];
  #count = 0;
  #events = new EventEmitter().setMaxListeners(0);

  /** @param {() => number} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  /** @param {string} kind */
  add(kind, details = {}) {
    const entry = { ...details, n: ++this.#count, at: this.#clock(), kind };
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY) this.#entries.shift();
    this.#events.emit('entry', entry);
  }

  /**
   * @param {{ tag?: string, kind?: string, after?: number }} [filter] `after`: only entries with a greater `n`
   * @returns {Entry[]}
   */
  entries({ tag, kind, after = 0 } = {}) {
    return this.#entries.filter(
      (entry) =>
        entry.n > after && (tag === undefined || entry.tag === tag) && (kind === undefined || entry.kind === kind),
    );
  }

  /**
   * The first entry that the predicate accepts, past or future.
   * @param {(entry: Entry) => boolean} predicate
   * @param {{ timeout?: number }} [options] ms
   * @returns {Promise<Entry>}
   */
  waitFor(predicate, { timeout = 10_000 } = {}) {
    const past = this.#entries.find(predicate);
    if (past) return Promise.resolve(past);
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#events.off('entry', look);
      };
      const look = (entry) => {
        if (!predicate(entry)) return;
        stop();
        resolve(entry);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`The simulated Tray logged nothing of the kind within ${timeout} ms.`));
      }, timeout);
      this.#events.on('entry', look);
    });
  }
}

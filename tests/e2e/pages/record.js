// Records everything that a dialog tells its page, as plain data that WebDriver can carry.

/** What `dialog.on` knows, as the contract lists it. */
export const EVENT_TYPES = [
  'open',
  'navigate',
  'finish',
  'close',
  'error',
  'late-finish',
  'stalled',
  'message',
  'ignored',
];

const CALLBACKS = ['onFinish', 'onClose', 'onError', 'onEvent'];

const describeError = (error) => ({
  name: error.name,
  code: error.code,
  message: error.message,
  field: error.field,
  reason: error.reason,
  cause: error.cause === undefined ? undefined : String(error.cause),
  text: String(error),
  json: JSON.stringify(error),
  keys: Object.keys(error),
  isError: error instanceof Error,
});

/** A copy without functions, windows or cycles, in which errors keep what matters of them. */
export function plain(value, depth = 0) {
  if (value instanceof Error) return describeError(value);
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 5) return '…';
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, depth + 1)]));
}

/** The record of one dialog. */
export class DialogRecord {
  events = [];
  calls = [];
  settlements = [];
  thrown = undefined;
  handle = undefined;
  #changed;

  /** @param {() => void} changed called whenever something is added */
  constructor(changed = () => {}) {
    this.#changed = changed;
  }

  /** `options` with those callbacks added that it does not have, each of which only records. */
  withCallbacks(options) {
    const missing = CALLBACKS.filter((name) => !(name in options));
    return {
      ...options,
      ...Object.fromEntries(
        missing.map((name) => [name, (argument) => this.#add(this.calls, { name, argument: plain(argument) })]),
      ),
    };
  }

  /** Runs `open`, a function that returns an AuthDialog, and follows that to its end. */
  follow(open) {
    let handle;
    try {
      handle = open();
    } catch (error) {
      this.thrown = error;
      this.#changed();
      throw error;
    }
    this.handle = handle;
    for (const type of EVENT_TYPES) handle.on(type, (event) => this.#add(this.events, plain(event)));
    handle.result.then(
      (value) => this.#add(this.settlements, { value: plain(value), state: handle.state }),
      (error) => this.#add(this.settlements, { error: plain(error), state: handle.state }),
    );
    return handle;
  }

  report() {
    return {
      events: this.events,
      calls: this.calls,
      settlements: this.settlements,
      thrown: this.thrown === undefined ? undefined : plain(this.thrown),
      state: this.handle?.state,
    };
  }

  #add(list, entry) {
    list.push(entry);
    this.#changed();
  }
}

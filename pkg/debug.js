// @ts-check
// The entry that logs what dialogs do: each step, and each decision about a message from a dialog's window, as one line. It
// hooks into dialogs that are created while it is on, reads no storage, and logs no secret. Types: debug.d.ts. Imports `watch`,
// `zone`.
import { PREPARED, setWatch } from './watch.js';
import { outside } from './zone.js';

let on = false;
/** How many dialogs were watched so far, to number them. */
let made = 0;
/** The numbers of dialogs that have not ended. Messages are counted only while there are any. @type {Set<number>} */
const living = new Set();
/** How many messages the page has received in that time. */
let messages = 0;

const count = () => {
  messages++;
};

/** Counts messages while any dialog is open. */
function listen() {
  // In the capture phase, so that a listener of the page that stops events hides none.
  if (living.size > 0) outside(() => window.addEventListener('message', count, true));
  else if (typeof document === 'object') window.removeEventListener('message', count, true);
}

/** @param {boolean} [wanted] */
export function debug(wanted = true) {
  on = wanted;
  setWatch(on ? watch : undefined);
  if (on) return;
  living.clear();
  listen();
}

/** Logging must never break a dialog. @param {() => void} look */
function quietly(look) {
  try {
    if (on) look();
  } catch {
    // An option or a message that cannot be read.
  }
}

/** A name that a page or a message gave: short, and of characters that no secret needs. @param {unknown} name */
const shown = (name) => (typeof name === 'string' && /^[\w.:/[\]-]{1,100}$/.test(name) ? name : '(not shown)');

/** @param {any} value what was given for the code or the URL */
const kindOf = (value) =>
  typeof value === 'function'
    ? 'a function'
    : value && typeof value.then === 'function'
      ? 'a promise'
      : 'given as it is';

/** @param {any} options as the facade copied them; only values without secrets are logged */
function described(options) {
  const { display = 'popup', host, region } = options;
  const where = typeof display === 'string' ? display : 'an Element';
  const place = host
    ? shown(host)
    : region
      ? `region ${shown(region)}`
      : 'url' in options
        ? "the URL's host"
        : 'region us';
  const target =
    'url' in options
      ? `url ${kindOf(options.url)}`
      : `${'authId' in options ? 'edit' : 'externalAuthId' in options ? `create for ${shown(options.externalAuthId)}` : 'create'}, code ${kindOf(options.authorizationCode)}`;
  return `${shown(where)}, ${place}, ${target}; options: ${Object.keys(options).map(shown).join(', ')}`;
}

/** @param {any} data of a message */
const typeOf = (data) => (/^tray\.authpopup\./i.test(data?.type) ? shown(data.type) : 'of another kind');

/** @type {import('./watch.js').Watch} */
function watch(options, inner) {
  if (options.partnerName === PREPARED && options.authorizationCode === PREPARED) return;
  const name = ++made;
  const start = performance.now();
  const before = messages;
  /** The messages of its window, each once. */
  const own = new Set();
  /** Origins that were ignored: there is no event for the second message of one. */
  const strangers = new Set();
  let state = inner.state;
  let ended = false;
  /** Lines that wait until the outcome of a message is known, because that is logged first. @type {string[] | undefined} */
  let held;
  const print = (/** @type {string} */ line, now = performance.now()) => {
    const time = ((now - start) / 1000).toFixed(3);
    const whole = `[tray-auth-dialog ${name}] +${time} s  ${line}`;
    if (held) held.push(whole);
    else console.info(whole);
  };

  /** Wraps a function of the dialog. @param {string} method @param {(...given: any[]) => void} look runs first */
  const wrap = (method, look) => {
    const original = inner[method];
    inner[method] = (/** @type {any[]} */ ...given) => {
      quietly(() => look(...given));
      return original(...given);
    };
  };

  /** Logs a message that caused a step of the session. */
  const hear = (/** @type {MessageEvent} */ message) => {
    if (own.has(message)) return;
    own.add(message);
    const was = state;
    const { origin, data } = message;
    const now = performance.now();
    const lines = held ?? [];
    held = lines;
    // The session's effects run first; then the outcome is known.
    Promise.resolve().then(() => {
      held = undefined;
      quietly(() => {
        const verdict = strangers.has(origin)
          ? 'ignored, because this origin is not allowed'
          : inner.state === was
            ? 'taken'
            : `taken: ${was} → ${inner.state}`;
        print(`message ${typeOf(data)} from ${shown(origin)}: ${verdict}`, now);
        for (const line of lines) console.info(line);
      });
    });
  };

  const end = (/** @type {string} */ line) => {
    if (ended) return;
    ended = true;
    living.delete(name);
    listen();
    const foreign = messages - before - own.size;
    const others =
      foreign > 0 ? `; ${foreign} message${foreign > 1 ? 's' : ''} from other windows meanwhile, not read` : '';
    print(line + others);
  };

  living.add(name);
  quietly(listen);
  quietly(() => print(`open: ${described(options)}`));
  wrap('turn', (/** @type {string} */ next) => {
    // The browser exposes the current event; a step without one came from a timer or a call.
    const { event } = window;
    if (event?.type === 'message') hear(/** @type {MessageEvent} */ (event));
    if (next !== state && !inner.over) print(`state: ${state} → ${next}`);
    state = next;
  });
  wrap('emit', (/** @type {any} */ event) => {
    const { type } = event;
    if (type === 'ignored') strangers.add(event.origin);
    const more =
      event.by ?? event.message ?? (event.name && shown(event.name)) ?? (event.origin && shown(event.origin));
    print(`event ${type}${more ? `: ${more}` : ''}`);
  });
  wrap('finish', (/** @type {any} */ result) => {
    if (!inner.over) end(`finished, with ${Object.keys(result).join(', ')}`);
  });
  wrap(
    'fail',
    (/** @type {any} */ { code, message }, /** @type {unknown} */ _cause, /** @type {boolean} */ settles) => {
      if (inner.over) return;
      if (settles) end(`${code}: ${message}`);
      else print(`event error: ${code}: ${message}`);
    },
  );
  wrap('leave', () => {
    if (!inner.over) end('refused: the call throws an error that says why');
  });
}

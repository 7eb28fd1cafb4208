// @ts-check
// The entry that prints what dialogs do: each step, and each decision on a message of a dialog's window, as one line. It hooks
// into those that are made while it is on, reads no storage, and prints no secret. Types: debug.d.ts. Imports `watch`, `zone`.
import { setWatch } from './watch.js';
import { outside } from './zone.js';

let on = false;
/** How many dialogs have been watched, for their names. */
let made = 0;
/** Those that have not ended, by number: only meanwhile the page's messages are counted. @type {Set<number>} */
const living = new Set();
/** How many messages the page has got meanwhile. */
let messages = 0;

const count = () => {
  messages++;
};

/** Counts while somebody wants to know. */
function listen() {
  // While capturing, so that a listener of the page which stops events hides none.
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

/** What is only looked at here must break no dialog. @param {() => void} look */
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

/** @param {any} options as the facade copied them: of their values only those without a secret are told */
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
  const name = ++made;
  const start = performance.now();
  const before = messages;
  /** Those of its window, each once. */
  const own = new Set();
  /** Origins that were ignored: of the second message of one, no event tells. */
  const strangers = new Set();
  let state = inner.state;
  let ended = false;
  /** Lines that wait until it is known what became of a message, which is told before them. @type {string[] | undefined} */
  let held;
  const print = (/** @type {string} */ line, now = performance.now()) => {
    const time = ((now - start) / 1000).toFixed(3);
    const whole = `[tray-auth-dialog ${name}] +${time} s  ${line}`;
    if (held) held.push(whole);
    else console.info(whole);
  };

  /** Wraps a function of the dialog. @param {string} method @param {(...given: any[]) => void} look comes first */
  const wrap = (method, look) => {
    const original = inner[method];
    inner[method] = (/** @type {any[]} */ ...given) => {
      quietly(() => look(...given));
      return original(...given);
    };
  };

  /** A step of the session has come from this message. */
  const hear = (/** @type {MessageEvent} */ message) => {
    if (own.has(message)) return;
    own.add(message);
    const was = state;
    const { origin, data } = message;
    const now = performance.now();
    const lines = held ?? [];
    held = lines;
    // The session's effects follow; then it is known what became of it.
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
    // The browser says which event its listeners are called with; a step that is none's came from a timer or a call.
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

// Runs first on a host page and records problems, messages, opened windows, and which listeners, timers and observers are alive.
// Everything is passed on unchanged. Listeners are held by weak references, so that this keeps none of them alive.

(() => {
  // Those who wait for a record are woken at once, and after a while, for what is not recorded.
  const { setTimeout: later } = window;
  const LOOK_AGAIN = 100;
  let version = 0;
  const waiting = [];
  const changed = () => {
    version++;
    for (const wake of waiting.splice(0)) wake();
  };
  /** A list that wakes them for each new entry. */
  const told = (list) => {
    list.push = (...entries) => {
      const length = Array.prototype.push.apply(list, entries);
      changed();
      return length;
    };
    return list;
  };

  const opens = told([]);
  const messages = told([]);
  const problems = told([]);
  const consoleLines = [];
  const listeners = [];
  const timers = new Map();
  const observers = new Set();
  const memories = [];

  const captureOf = (options) =>
    typeof options === 'object' && options !== null ? Boolean(options.capture) : Boolean(options);
  const same = (entry, target, type, callback, capture) =>
    entry.type === type &&
    entry.capture === capture &&
    entry.target.deref() === target &&
    entry.callback.deref() === callback;

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listen = (target, type, callback, options) =>
    Reflect.apply(addEventListener, target, [type, callback, options]);
  const forget = (target, type, callback, capture) => {
    const index = listeners.findIndex((entry) => same(entry, target, type, callback, capture));
    if (index >= 0) listeners.splice(index, 1);
  };

  EventTarget.prototype.addEventListener = function (type, callback, options) {
    const target = this ?? window;
    const capture = captureOf(options);
    const known = callback && listeners.some((entry) => same(entry, target, String(type), callback, capture));
    if (callback && !known && !options?.signal?.aborted) {
      const entry = { target: new WeakRef(target), callback: new WeakRef(callback), type: String(type), capture };
      listeners.push(entry);
      const gone = () => forget(target, entry.type, callback, capture);
      if (options?.once) listen(target, type, gone, { once: true, capture });
      if (options?.signal) listen(options.signal, 'abort', gone, { once: true });
    }
    return Reflect.apply(addEventListener, target, [type, callback, options]);
  };
  EventTarget.prototype.removeEventListener = function (type, callback, options) {
    const target = this ?? window;
    if (callback) forget(target, String(type), callback, captureOf(options));
    return Reflect.apply(removeEventListener, target, [type, callback, options]);
  };

  const wrapTimer = (set, clear, repeats) => {
    const [start, stop] = [window[set], window[clear]];
    window[set] = (callback, ...rest) => {
      // 29,983 ms is the timer of WebKit's driver, not the page's: harness/launch.mjs.
      if (typeof callback !== 'function' || rest[0] === 29_983)
        return Reflect.apply(start, window, [callback, ...rest]);
      const run = function (...args) {
        if (!repeats) timers.delete(id);
        return Reflect.apply(callback, this, args);
      };
      const id = Reflect.apply(start, window, [run, ...rest]);
      timers.set(id, `${set} ${rest[0] ?? ''}`.trim());
      return id;
    };
    window[clear] = (id) => {
      timers.delete(id);
      return Reflect.apply(stop, window, [id]);
    };
  };
  wrapTimer('setTimeout', 'clearTimeout', false);
  wrapTimer('setInterval', 'clearInterval', true);
  wrapTimer('requestAnimationFrame', 'cancelAnimationFrame', false);

  for (const kind of ['Mutation', 'Resize', 'Intersection', 'Performance', 'Reporting']) {
    const prototype = window[`${kind}Observer`]?.prototype;
    if (!prototype) continue;
    const { observe, disconnect } = prototype;
    prototype.observe = function (...args) {
      observers.add(this);
      return Reflect.apply(observe, this, args);
    };
    prototype.disconnect = function () {
      observers.delete(this);
      return Reflect.apply(disconnect, this, []);
    };
  }

  const { open } = window;
  window.open = (...args) => {
    const returned = Reflect.apply(open, window, args);
    opens.push({ args: args.map(String), inClick: instrument.inClick, blocked: returned === null });
    instrument.windows.push(returned);
    return returned;
  };

  if (window.WebAssembly) {
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct(Instance, args) {
        const instance = Reflect.construct(Instance, args);
        for (const value of Object.values(instance.exports))
          if (value instanceof WebAssembly.Memory) memories.push(value);
        return instance;
      },
    });
  }

  for (const method of ['debug', 'log', 'info', 'warn', 'error', 'trace']) {
    const native = console[method];
    console[method] = (...args) => {
      consoleLines.push(`${method}: ${args.map(String).join(' ')}`);
      if (method === 'warn' || method === 'error') problems.push({ kind: 'console', text: args.map(String).join(' ') });
      return Reflect.apply(native, console, args);
    };
  }
  const explain = (error) =>
    error?.cause === undefined ? String(error) : `${error} (${error.cause?.stack ?? error.cause})`;
  const listenToPage = () => {
    listen(window, 'error', (event) => problems.push({ kind: 'error', text: explain(event.error ?? event.message) }));
    listen(window, 'unhandledrejection', (event) =>
      problems.push({ kind: 'unhandledrejection', text: explain(event.reason) }),
    );
    listen(document, 'securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      // Firefox tells the page that its own request for an icon was refused.
      if (!blockedURI.endsWith('/favicon.ico')) {
        problems.push({ kind: 'csp', text: `${effectiveDirective} refused ${blockedURI} ${sample}`.trim() });
      }
    });
    // Registered before the package's own listener: once a message is in this list, the package has seen it too. Some data
    // arrives only as a `messageerror`, such as Firefox's ImageBitmap from another process.
    for (const type of ['message', 'messageerror']) {
      listen(window, type, (event) =>
        messages.push({ origin: event.origin, fromNobody: event.isTrusted && event.source === null }),
      );
    }
  };
  listenToPage();

  // `document.open()` takes every listener of the window, the document and its nodes away: those of this file are put back.
  const { open: openDocument } = Document.prototype;
  Document.prototype.open = function (...args) {
    const returned = Reflect.apply(openDocument, this, args);
    if (this === document && args.length < 3) {
      for (let index = listeners.length - 1; index >= 0; index--) {
        const target = listeners[index].target.deref();
        if (!target || target === window || target instanceof Node) listeners.splice(index, 1);
      }
      listenToPage();
    }
    return returned;
  };

  const describe = (target) =>
    target === window ? 'window' : target === document ? 'document' : target.constructor.name;
  /** Listeners on nodes that have left the document cannot run again and do not count. */
  const listening = () =>
    listeners
      .map(({ target, callback, type }) => ({ target: target.deref(), callback: callback.deref(), type }))
      .filter(({ target, callback }) => target && callback && !(target instanceof Node && !target.isConnected));
  const liveListeners = () =>
    listening()
      .map(({ target, type }) => `${describe(target)} ${type}`)
      .sort();

  window.instrument = {
    inClick: false,
    windows: [],
    opens,
    messages,
    problems,
    consoleLines,
    listen,
    changed,
    version: () => version,
    /** Resolves when more has been recorded than at that version, or after a while. */
    change: (since) =>
      new Promise((resolve) => {
        if (version !== since) return resolve();
        waiting.push(resolve);
        Reflect.apply(later, window, [resolve, LOOK_AGAIN]);
      }),
    /** Every listener that is alive: `{ target, type, callback }`. */
    listening,
    live: () => ({ listeners: liveListeners(), timers: [...timers.values()].sort(), observers: observers.size }),
    memoryPages: () => memories.map((memory) => memory.buffer.byteLength / 65536),
    /** What is in the memory of every module, as a text with one character for each byte. */
    memoryText: () => {
      const decoder = new TextDecoder('latin1');
      return memories.map((memory) => decoder.decode(memory.buffer)).join('\n');
    },
  };
})();

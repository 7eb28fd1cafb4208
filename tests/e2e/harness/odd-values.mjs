// Values of every kind that JavaScript and browsers have, and that no option means.

/** Runs in the page: what makes them, by name. Those of other origins are of frames that the test has made. */
export const oddValues = () => {
  const bite = () => {
    throw new Error('bitten');
  };
  const revoked = (target) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  const biting = new Proxy({}, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, bite])));
  const detached = () => {
    const buffer = new ArrayBuffer(8);
    structuredClone(buffer, { transfer: [buffer] });
    return buffer;
  };
  const cyclic = [];
  cyclic.push(cyclic);
  class Options {
    #secret = 1;
    partnerName = 'acme';
    get host() {
      return this.#secret;
    }
  }
  return {
    undefined: () => undefined,
    null: () => null,
    true: () => true,
    NaN: () => Number.NaN,
    'a negative zero': () => -0,
    'a BigInt': () => 10n,
    'a Symbol': () => Symbol('any'),
    'a huge text': () => 'x'.repeat(2 ** 24),
    'a lone surrogate': () => '\ud800',
    'a String object': () => new String('acme'),
    'a function': () => () => {},
    'an async function that rejects': () => () => Promise.reject(new Error('no')),
    'a class': () => Options,
    'an instance of a class': () => new Options(),
    'an object without a prototype': () => Object.create(null),
    'a revoked Proxy': () => revoked({}),
    'a revoked Proxy of a function': () => revoked(() => {}),
    'a revoked Proxy of a list': () => revoked([]),
    'a Proxy that throws in every trap': () => biting,
    'an object whose texts throw': () => ({ toString: bite, valueOf: bite, [Symbol.toPrimitive]: bite, toJSON: bite }),
    'an object whose getters throw': () =>
      Object.defineProperties(
        {},
        Object.fromEntries(
          ['name', 'code', 'type', 'then', 'aborted', 'window', 'host', 'nodeType', Symbol.toStringTag].map((name) => [
            name,
            { get: bite, enumerable: true },
          ]),
        ),
      ),
    // biome-ignore lint/suspicious/noThenProperty: a thenable is what it is
    'a thenable that throws': () => ({ then: bite }),
    'a cyclic list': () => cyclic,
    'a list with holes': () => new Array(5),
    'a list of Symbols': () => [Symbol('any')],
    'a list of revoked Proxies': () => [revoked({})],
    'a detached ArrayBuffer': detached,
    'a view of a detached ArrayBuffer': () => {
      const view = new Uint8Array(8);
      structuredClone(view.buffer, { transfer: [view.buffer] });
      return view;
    },
    'a Map': () => new Map([['partnerName', 'acme']]),
    'a Date that is none': () => new Date(Number.NaN),
    'a regular expression': () => /any/,
    'a generator': () => (function* () {})(),
    'a WeakRef': () => new WeakRef({}),
    'a window of another origin': () => window.foreignFrame.contentWindow,
    'the location of another origin': () => window.foreignFrame.contentWindow.location,
    'a window of another origin that is gone': () => window.goneWindow,
    'an iframe of another origin': () => window.foreignFrame,
    'a document': () => document.implementation.createHTMLDocument(),
    'an Element of another document': () => document.implementation.createHTMLDocument().body,
    'an attribute': () => document.createAttribute('any'),
    'an event': () => new MessageEvent('message', { data: { type: 'tray.authpopup.close' } }),
    'an AbortController': () => new AbortController(),
    'an object that passes for an AbortSignal': () => ({
      aborted: false,
      removeEventListener() {},
      [Symbol.toStringTag]: 'AbortSignal',
    }),
    'a Proxy of an AbortSignal': () =>
      new Proxy(new AbortController().signal, { get: (signal, name) => Reflect.get(signal, name) }),
    'an object that passes for an Element': () => ({ nodeType: 1, ownerDocument: document, isConnected: true }),
    'an object that passes for a window': () => {
      const window_ = { closed: false, opener: window };
      window_.window = window_;
      window_.top = window_;
      return window_;
    },
    'the package': () => harness.package,
  };
};

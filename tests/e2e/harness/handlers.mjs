// Handlers of most host pages, which run in the page; and how to find the dialog's frame there.

export const common = {
  /** With `code`, with a function that gives each of `codes`, or with one that the test settles by that name. */
  open: (h, { code, codes, display, options }) => {
    const authorizationCode = codes ? () => codes.shift() : (code ?? h.promise('code'));
    h.open(h.create({ authorizationCode, display, ...options }));
  },
  /** A second dialog, which needs no click. */
  again: (h, { second }) => h.open(h.create({ authorizationCode: second, display: 'inline' }), 'second'),
  close: (h, _args, name) => h.handle(name).close(),
  retry: (h) => h.follow(() => h.handle().retry(), 'second'),
};

/** The only frame of the page, or of a modal in it. */
export const findFrame = () =>
  document.querySelector('iframe') ??
  [...document.body.children].map(({ shadowRoot }) => shadowRoot?.querySelector('iframe')).find(Boolean);

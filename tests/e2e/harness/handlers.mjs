// What the host pages of most tests do: handlers that run in the page, and where in it the dialog's frame is.

export const common = {
  /** With `code`, or with one that the test settles by that name; `display: 'inline'` is in the page's own Element. */
  open: (h, { code, display, options }) => {
    const place = display === 'inline' ? document.getElementById('main') : display;
    h.open(h.create({ authorizationCode: code ?? h.promise('code'), display: place, ...options }));
  },
  /** A second dialog, which needs no click. */
  again: (h, { second }) =>
    h.open(h.create({ authorizationCode: second, display: document.getElementById('main') }), 'second'),
  close: (h, _args, name) => h.handle(name).close(),
  retry: (h) => h.follow(() => h.handle().retry(), 'second'),
};

/** The only frame of the page, or of a modal in it. */
export const findFrame = () =>
  document.querySelector('iframe') ??
  [...document.body.children].map(({ shadowRoot }) => shadowRoot?.querySelector('iframe')).find(Boolean);

// The host page of a victim: its policy, its handlers, and where in it the dialog's frame is. All but the policy runs there.

/** Pages without WebAssembly forbid it, and here they let the strangers' inline scripts run all the same. */
export const policy =
  process.env.E2E_ENTRY === './js' ? { 'content-security-policy': "script-src 'self' 'unsafe-inline' blob:" } : {};

/** Run in the host page. */
export const handlers = {
  open: (h, { code, display, options, waits }) => {
    const given = {
      authorizationCode: waits ? () => h.promise('code') : code,
      ...options,
    };
    if (display === 'attached') {
      const frame = document.createElement('iframe');
      frame.id = 'attached';
      frame.src = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
      document.body.append(frame);
      h.attach(frame, { host: h.dialogOrigin, ...options });
    } else if (display === 'element') {
      const place = document.body.appendChild(document.createElement('div'));
      place.id = 'place';
      h.open(h.create({ ...given, display: place }));
    } else {
      h.open(h.create({ ...given, display, ...(window.ready && { popup: { window: window.ready } }) }));
    }
  },
  /** Opens a window for something else, which is given to the dialog then. */
  given: (_h, { url }) => {
    window.ready = window.open(url, '_blank', 'width=300,height=300');
  },
  /** Answers every message, but not its own answers, where the page speaks to itself. */
  echo: () =>
    instrument.listen(window, 'message', ({ data, source }) => data !== 'heard' && source?.postMessage('heard', '*')),
  window: () => {
    window.others ??= [];
    window.others.push(window.open(...window.wanted));
  },
};

/** Run in the host page: the frame of the dialog. */
export const frames = {
  modal: () =>
    [...document.body.children]
      .map((element) => element.shadowRoot?.querySelector('dialog[open] iframe'))
      .find((frame) => frame),
  element: () => document.querySelector('#place iframe'),
  attached: () => document.querySelector('iframe#attached'),
};

// The places from which a page may speak that is not the dialog, by kinds: in another window, of another origin, or both. A place
// is a function of the victim, which gives who speaks there and what the host page is called from there.
import { stranger } from './messages.mjs';
import { DISPLAYS } from './victim.mjs';

/** Each is another origin than `dialog.localhost`, and leads to the same server. */
const LOOK_ALIKES = [
  ...['x', 'dialog.', 'www.'].map((before) => `${before}dialog.localhost`),
  ...['.localhost.evil', '-localhost', 'localhost', '-'].map((after) => `dialog${after}.localhost`),
  // Digits, a dotless i, a Cyrillic а, an accent.
  ...['dia1og', 'dıalog', 'diаlog', 'dialoǵ'].map((name) => `${name}.localhost`),
  'localhost',
  '127.0.0.1',
];
/** The same of `bücher.localhost`. */
const INTERNATIONAL = ['bucher.localhost', 'bu\u0308cher.bücher.localhost', 'buecher.localhost', 'xn--bcher.localhost'];

const EVIL = 'evil.localhost';
const DIALOG = 'dialog.localhost';
/** Served so that it has no origin, or so that its site shares one process. */
export const SANDBOXED = { headers: { 'content-security-policy': 'sandbox allow-scripts allow-popups' } };
const AGENT = { headers: { 'origin-agent-cluster': '?0' } };
export const html = `<body><script>(${stranger})()</script>`;
export const data = `data:text/html,${encodeURIComponent(html)}`;

/** Runs in a page: gives itself that name, where browsers still let it. */
const relax = (domain) => {
  try {
    document.domain = domain;
  } catch {
    // Its own affair.
  }
};

/** A frame for each of those hosts, each in the one before: the first in the host page, or in the dialog. */
const framed =
  (hosts, { inDialog, ...options } = {}) =>
  async (victim) => {
    let place = inDialog ? victim.dialog : victim.page;
    const to = [...hosts.map(() => 'parent'), ...(inDialog ? [victim.host] : [])];
    for (const host of hosts) place = await victim.frame({ src: victim.stranger(host, {}, options) }, place);
    return [place, to.join('.')];
  };
/** A window that the page has opened, one that a frame in it has opened, and one that the dialog has opened. */
const inWindow = (host) => async (victim) => [await victim.window(victim.stranger(host)), 'opener'];
const inWindowOfFrame = (outer, inner) => async (victim) => {
  const frame = await victim.frame({ src: victim.stranger(outer, { wanted: victim.stranger(inner) }) });
  return [await victim.opens(() => frame.click('#open')), 'opener.parent'];
};
const inWindowOfDialog = (host) => async (victim) => {
  await victim.dialog.run((url) => {
    document.getElementById('provider')?.remove();
    const button = document.body.appendChild(document.createElement('button'));
    button.id = 'provider';
    button.textContent = 'Log in at the provider';
    button.addEventListener('click', () => window.open(url));
  }, victim.stranger(host));
  return [await victim.opens(() => victim.dialog.click('#provider')), `opener.${victim.host}`];
};
/** The dialog's own window, which shows that host's page. */
const inItsWindow = (host, options) => async (victim) => {
  await victim.strays(victim.stranger(host, {}, options));
  return [victim.dialog, victim.host];
};
const relaxed = (reach) => async (victim) => {
  const [place, to] = await reach(victim);
  await place.run(relax, DIALOG);
  return [place, to];
};
/** A document that a stranger's frame has made, in a frame of its own. */
const inFrameOfEvil = (attributes) => async (victim) => {
  const evil = await victim.frame({ src: victim.stranger(EVIL) });
  const blob = await evil.run((text) => URL.createObjectURL(new Blob([text], { type: 'text/html' })), html);
  return [await victim.frame(attributes(blob), evil), 'parent.parent'];
};
const all = (hosts, reach) => Object.fromEntries(hosts.map((host) => [host, reach(host)]));

/** Kinds of places: against which displays, how the victim is opened there, and the places. */
export const FRAMES = {
  'frames of another origin in the page, and frames in those': {
    displays: DISPLAYS,
    places: {
      ...all([EVIL, '127.0.0.1', 'localhost'], (host) => framed([host])),
      'in a frame of another host': framed([EVIL, 'worse.localhost']),
      'in one of another name of this machine': framed(['127.0.0.1', 'worse.localhost']),
      "in one of the page's own": framed(['localhost', 'worse.localhost']),
    },
  },
  "frames of the dialog's own origin beside it, and in a frame of a stranger": {
    displays: DISPLAYS,
    places: { 'a frame': framed([DIALOG]), "a frame in a stranger's frame": framed([EVIL, DIALOG]) },
  },
  'frames in the dialog: its own, and a provider’s': {
    displays: ['popup', 'modal', 'element'],
    places: {
      'of its own origin': framed([DIALOG], { inDialog: true }),
      'of a provider': framed(['provider.localhost'], { inDialog: true }),
      'of its own origin, in one of its own': framed([DIALOG, DIALOG], { inDialog: true }),
      'of its own origin, in one of a provider': framed(['provider.localhost', DIALOG], { inDialog: true }),
    },
  },
  'documents without an origin, in the page': {
    displays: ['popup', 'modal', 'element'],
    places: {
      'a sandboxed frame of the dialog': async (victim) => [
        await victim.frame({ sandbox: 'allow-scripts', src: victim.stranger(DIALOG) }),
        'parent',
      ],
      'a frame whose server sandboxes it': framed([DIALOG], SANDBOXED),
      'a data: frame': async (victim) => [await victim.frame({ src: data }), 'parent'],
      'a sandboxed srcdoc frame': async (victim) => [
        await victim.frame({ sandbox: 'allow-scripts', srcdoc: html }),
        'parent',
      ],
    },
  },
  "documents without an origin of their own, in a stranger's page": {
    displays: ['popup', 'element'],
    places: {
      'a blob: frame': inFrameOfEvil((blob) => ({ src: blob })),
      'a sandboxed blob: frame': inFrameOfEvil((blob) => ({ sandbox: 'allow-scripts', src: blob })),
      'a srcdoc frame': inFrameOfEvil(() => ({ srcdoc: html })),
      'a data: frame': inFrameOfEvil(() => ({ src: data })),
    },
  },
};

export const WINDOWS = {
  'windows of another origin that the page, or a frame in it, has opened': {
    displays: ['popup', 'attached'],
    places: { 'a window': inWindow(EVIL), "a frame's window": inWindowOfFrame(EVIL, 'worse.localhost') },
  },
  "windows of the dialog's own origin": {
    displays: ['popup', 'element'],
    places: { 'a window': inWindow(DIALOG), "a frame's window": inWindowOfFrame(DIALOG, DIALOG) },
  },
  'windows that the dialog opens': {
    displays: ['popup', 'element'],
    places: all([DIALOG, 'provider.localhost'], inWindowOfDialog),
  },
};

export const HOSTS = {
  'hosts that look like the dialog’s, in frames': {
    displays: ['popup'],
    places: all(LOOK_ALIKES, (host) => framed([host])),
  },
  'hosts that look like the dialog’s, in its own window': {
    displays: ['popup', 'element'],
    places: all(LOOK_ALIKES, (host) => inItsWindow(host)),
  },
  'hosts that look like one with an international name, in its own window': {
    displays: ['popup'],
    opening: { dialogHost: 'bücher.localhost' },
    places: all(INTERNATIONAL, (host) => inItsWindow(host)),
  },
  'hosts that look like an extra origin': {
    displays: ['popup', 'element'],
    opening: ({ browser: { server } }) => ({
      options: {
        extraOrigins: [
          ...['SECOND', 'xevil'].map((name) => server.origin(`${name}.localhost`)),
          ...['https://evil.localhost', 'http://evil.localhost', `https://evil.localhost:${server.port}`],
        ],
      },
    }),
    places: {
      ...all(['evil.localhost', 'third.localhost', 'evil.second.localhost'], (host) => inItsWindow(host)),
      'the extra origin itself, in a frame': framed(['second.localhost']),
    },
  },
  'subdomains that take the dialog’s name by `document.domain`': {
    displays: ['popup', 'element'],
    opening: { dialog: AGENT },
    places: {
      'a frame': relaxed(framed(['sub.dialog.localhost'], AGENT)),
      'a frame that both relaxed to': relaxed(framed([DIALOG], AGENT)),
      "the dialog's window": relaxed(inItsWindow('sub.dialog.localhost', AGENT)),
    },
  },
  'a subdomain that takes the same name as the page by `document.domain`': {
    displays: ['popup', 'element'],
    opening: { host: 'page.dialog.localhost' },
    places: {
      'a frame': async (victim) => {
        await victim.page.run(relax, DIALOG);
        return relaxed(framed(['sub.dialog.localhost'], AGENT))(victim);
      },
    },
  },
};

/** An attack for each kind, in which its places say all that is forged, one after another. */
export const fromEach = (kinds, against) => {
  for (const [kind, { displays, opening, places }] of Object.entries(kinds))
    against(displays, kind, async (victim) => {
      await victim.open(typeof opening === 'function' ? opening(victim) : opening);
      for (const [what, reach] of Object.entries(places)) await victim.forges(what, ...(await reach(victim)));
    });
};

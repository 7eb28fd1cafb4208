// The host page's own code: buttons whose click handlers a test has written, and a report of all that came of them.
import { DialogRecord, plain } from '/pages/record.js';

const base = location.pathname;
const { functions, args } = await import(`${base}handlers.js`);
const records = new Map();
const deferred = new Map();
const notes = [];
const LOG = 'harness log';

/** Where a dialog of this page lives by default: another site than the host page's. */
const dialogOrigin = `http://${args.dialogHost ?? 'dialog.localhost'}:${location.port}`;

/** Wakes those who wait for a change. With `persist`, the report survives the page. */
const changed = () => {
  instrument.changed();
  if (args.persist) sessionStorage.setItem(LOG, JSON.stringify(report()));
};

function report() {
  return {
    version: instrument.version(),
    opens: instrument.opens,
    // Only their number: there may be very many.
    messages: instrument.messages.length,
    messagesFromNobody: instrument.messages.filter(({ fromNobody }) => fromNobody).length,
    problems: instrument.problems,
    console: instrument.consoleLines,
    dialogs: Object.fromEntries([...records].map(([name, record]) => [name, record.report()])),
    notes,
  };
}

/** The first argument of a test's handlers. */
const harness = {
  args,
  dialogOrigin,
  origin: (host) => `http://${host}:${location.port}`,
  /** The address of the dialog with that code. */
  address: (code) => `${dialogOrigin}/external/auth/create/acme?code=${code}`,
  /** The option of that name: `inline` is in the page's main Element. */
  display: (name) => (name === 'inline' ? document.getElementById('main') : name),
  /** Options that create an authentication for a solution instance at the dialog under the test's control. */
  create: ({ display, ...options }) => ({
    partnerName: 'acme',
    solutionInstanceId: 'instance-1',
    externalAuthId: 'external_slack_authentication',
    host: dialogOrigin,
    display: harness.display(display),
    ...options,
  }),
  /** A new Element in the page. */
  place: (attributes) => document.body.appendChild(Object.assign(document.createElement('div'), attributes)),
  open: (options, name = 'dialog') =>
    harness.follow((record) => harness.package.openAuthDialog(record.withCallbacks(options)), name),
  attach: (target, options, name = 'dialog') =>
    harness.follow((record) => harness.package.attachAuthDialog(target, record.withCallbacks(options)), name),
  /** Records the AuthDialog that `open(record)` returns; an error that it throws is recorded and not thrown again. */
  follow(open, name = 'dialog') {
    const record = new DialogRecord(changed);
    records.set(name, record);
    try {
      return record.follow(() => open(record));
    } catch {
      return undefined;
    }
  },
  has: (name) => records.has(name),
  handle: (name = 'dialog') => records.get(name).handle,
  /** What the call throws, or `nothing thrown`. */
  refusal(call) {
    try {
      call();
      return 'nothing thrown';
    } catch (error) {
      return error;
    }
  },
  /** A promise that the test settles. */
  promise(name) {
    return new Promise((resolve, reject) => deferred.set(name, { resolve, reject }));
  },
  settle: (name, how, value) => deferred.get(name)[how](how === 'reject' ? new Error(value) : value),
  /** Another copy of the package, as if two bundles on the page had it. */
  importCopy: () => import(`${base}copy`),
  note: (value) => {
    notes.push(plain(value));
    changed();
  },
};

harness.package = await import(`${base}package`);
// `./slim` needs its module before the first click.
harness.init = () => harness.package.init(`${base}module`);
if (harness.package.init && args.init !== false) await harness.init();

for (const name of Object.keys(functions)) {
  const button = document.createElement('button');
  button.id = name;
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', () => {
    instrument.inClick = true;
    try {
      functions[name](harness, args);
    } finally {
      instrument.inClick = false;
    }
  });
  document.getElementById('buttons').append(button);
}

window.harness = Object.assign(harness, {
  report,
  /** Runs a handler without a click, so without a user gesture. */
  call: (name, ...more) => functions[name](harness, args, ...more),
  /** What was alive before the package was used for the first time. */
  baseline: {
    live: instrument.live(),
    html: document.documentElement.outerHTML,
    sheets: document.adoptedStyleSheets.length,
  },
});
instrument.changed();

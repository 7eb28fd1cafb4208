// The lives of dialogs as data: what is done, and all that the page is told, in its order. Run against the package in a browser
// (tests/e2e/lives.test.mjs) and against the double of `/testing` (double.test.mjs), which must not differ.

/**
 * @typedef {object} Life
 * @property {string} says
 * @property {'promise' | 'text'} [code] how the authorization code is given; a promise that a step settles, unless told
 * @property {object} [options] besides those of a slot of an instance, and callbacks that record
 * @property {string[]} [throws] the callbacks and listeners that throw
 * @property {Step[]} steps what is done after the click that opens
 * @property {string[]} log all that the page is told: callbacks, listeners of `on`, and the settlement
 * @property {string[]} [apart] what is told besides, whose place among the rest differs by engine
 * @property {object} [result] what `result` gives, in part
 */

/**
 * @typedef {'code' | 'no code' | 'finish' | 'error' | 'dialog closes' | 'dialog closes then finish' | 'user closes' | 'page closes' | 'abort' | 'retry' | 'finish second'} Step
 * `code`: the promise gives a code, and the dialog is navigated. `error`: Tray's dialog reports one.
 */

const slot = { solutionInstanceId: 'instance-1', externalAuthId: 'external_slack_authentication' };
const opens = ['onEvent open', 'on open'];
const navigates = ['onEvent navigate', 'on navigate'];
const finishes = ['onFinish finish', 'onEvent finish', 'on finish', 'resolved auth-1 finished'];
const fails = (/** @type {string} */ code) => [
  `onError ${code}`,
  'onEvent error',
  'on error',
  `rejected ${code.split(' ')[0]} failed`,
];
const closes = (/** @type {string} */ by) => [`onClose ${by}`, 'onEvent close', 'on close', 'rejected closed failed'];

/** @type {Life[]} */
export const lives = [
  {
    says: 'it opens, is navigated when the code is there, and finishes',
    steps: ['code', 'finish'],
    log: [...opens, ...navigates, ...finishes],
    result: {
      authId: 'auth-1',
      authType: 'oauth',
      ...slot,
      authValue: { externalId: slot.externalAuthId, authId: 'auth-1' },
    },
  },
  {
    says: 'a code that is given as text is there at once',
    code: 'text',
    steps: ['finish'],
    log: [...opens, ...navigates, ...finishes],
  },
  {
    says: 'a code that fails ends it, whose error has the cause',
    steps: ['no code'],
    log: [...opens, ...fails('code_failed because of no code')],
  },
  {
    says: "Tray's error ends it",
    steps: ['code', 'error'],
    log: [...opens, ...navigates, ...fails('dialog_error')],
  },
  {
    says: "with closeOnError: false Tray's error is told, and it goes on",
    options: { closeOnError: false },
    steps: ['code', 'error', 'finish'],
    log: [...opens, ...navigates, 'onError dialog_error', 'onEvent error', 'on error', ...finishes],
  },
  {
    says: 'the user closes it while the code is on its way',
    steps: ['user closes'],
    log: [...opens, ...closes('user')],
  },
  {
    says: 'the page closes it while the code is on its way',
    steps: ['page closes'],
    log: [...opens, ...closes('app')],
  },
  {
    says: 'the page closes it, and when closeGrace is over it is told so',
    options: { closeGrace: 1 },
    steps: ['code', 'page closes'],
    log: [...opens, ...navigates, ...closes('app')],
  },
  {
    says: 'the user closes it',
    options: { closeGrace: 1 },
    steps: ['code', 'user closes'],
    log: [...opens, ...navigates, ...closes('user')],
  },
  {
    says: 'the dialog says that it closes',
    options: { closeGrace: 1 },
    steps: ['code', 'dialog closes'],
    log: [...opens, ...navigates, ...closes('dialog')],
  },
  {
    says: 'a finish within closeGrace wins',
    options: { closeGrace: 60_000 },
    steps: ['code', 'dialog closes then finish'],
    log: [...opens, ...navigates, ...finishes],
  },
  {
    says: 'the signal is aborted: nothing but the rejection',
    steps: ['code', 'abort'],
    log: [...opens, ...navigates, 'rejected aborted failed'],
  },
  {
    says: 'callbacks and listeners that throw change nothing',
    throws: ['onFinish', 'onEvent', 'on'],
    steps: ['code', 'finish'],
    log: [...opens, ...navigates, ...finishes],
  },
  {
    says: 'it is opened again before it has settled: superseded, and the callbacks go along',
    steps: ['code', 'retry', 'finish second'],
    // While Firefox opens a window, what was waiting is told.
    apart: ['rejected superseded failed'],
    log: [
      ...opens,
      ...navigates,
      // Of the second one: its callbacks, and not the listeners of the first.
      'onEvent open',
      'onEvent navigate',
      'onFinish finish',
      'onEvent finish',
      'second resolved auth-1 finished',
    ],
  },
  {
    says: 'it is opened again after an error, with a fresh code',
    steps: ['no code', 'retry', 'finish second'],
    log: [
      ...opens,
      ...fails('code_failed because of no code'),
      'onEvent open',
      'onEvent navigate',
      'onFinish finish',
      'onEvent finish',
      'second resolved auth-1 finished',
    ],
  },
  {
    says: 'a code that was given as text is spent when it is opened again',
    code: 'text',
    steps: ['error', 'retry'],
    log: [
      ...opens,
      ...navigates,
      ...fails('dialog_error'),
      'onError code_failed',
      'onEvent error',
      'second rejected code_failed failed',
    ],
  },
];

/**
 * What was told, in its order, and apart from it what has none.
 * @param {string[]} told @param {string[]} [apart]
 */
export const ordered = (told, apart = []) => ({
  log: told.filter((text) => !apart.includes(text)),
  apart: told.filter((text) => apart.includes(text)),
});

/**
 * Opens a dialog and notes all that it tells, in the page or in the test: it sees nothing but its arguments.
 * @param {any} h `package`, `follow(open, name)`, `promise(name)`, `note(text)`, `settings` for what is kept
 * @param {any} args
 */
export function openAndRecord(h, { options, code, throws = [], second }) {
  const note = (/** @type {string} */ kind, /** @type {string} */ text) => {
    h.note(text);
    if (throws.includes(kind)) throw new Error(`${kind} throws`);
  };
  const why = (/** @type {any} */ { code: error, cause }) =>
    cause === undefined ? error : `${error} because of ${cause.message}`;
  const controller = new AbortController();
  let asked = 0;
  const given = {
    partnerName: 'acme',
    solutionInstanceId: 'instance-1',
    externalAuthId: 'external_slack_authentication',
    signal: controller.signal,
    authorizationCode:
      code ?? (() => (asked++ ? new Promise((resolve) => setTimeout(resolve, 0, second)) : h.promise('code'))),
    ...options,
    onFinish: (/** @type {any} */ { type }) => note('onFinish', `onFinish ${type}`),
    onClose: (/** @type {any} */ { by }) => note('onClose', `onClose ${by}`),
    onError: (/** @type {any} */ error) => note('onError', `onError ${why(error)}`),
    onEvent: (/** @type {any} */ { type }) => note('onEvent', `onEvent ${type}`),
  };
  const dialog = h.follow(() => h.package.openAuthDialog(given), 'dialog');
  for (const type of ['open', 'navigate', 'finish', 'close', 'error', 'late-finish'])
    dialog.on(type, () => note('on', `on ${type}`));
  const follow = (/** @type {any} */ one, /** @type {string} */ name) =>
    one.result.then(
      (/** @type {any} */ { authId }) => h.note(`${name}resolved ${authId} ${one.state}`),
      (/** @type {any} */ error) => h.note(`${name}rejected ${error.code} ${one.state}`),
    );
  follow(dialog, '');
  h.settings = {
    dialog,
    controller,
    retry: () => {
      h.settings.second = h.follow(dialog.retry, 'second');
      follow(h.settings.second, 'second ');
    },
  };
}

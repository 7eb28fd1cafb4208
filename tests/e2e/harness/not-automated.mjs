// What an engine can not be brought to do by its driver, and why: listed here and nowhere else. `suite.mjs` leaves out what
// is listed, and `run.mjs` names it at the end of each run.

/**
 * @typedef {object} NotAutomated
 * @property {string} file
 * @property {string} case the title of a whole suite, or the name of a test
 * @property {string[]} engines
 * @property {string} reason
 */

/** @type {NotAutomated[]} */
export const notAutomated = [
  {
    file: 'csp.test.mjs',
    case: "nothing is written to the browser's console",
    engines: ['firefox', 'webkit'],
    reason:
      'the driver does not hand out the console; what the page itself is told of refusals is checked in each test',
  },
  {
    file: 'modal-look.test.mjs',
    case: "the modal's look, in emulated sizes and schemes",
    engines: ['firefox', 'webkit'],
    reason:
      "forced colours, schemes and a phone's pixels are emulated by Chromium's protocol alone; the style sheet is the same",
  },
  {
    file: 'modal-keyboard.test.mjs',
    case: 'Enter held down on the button opens it once, and does nothing in it',
    engines: ['webkit'],
    reason: 'the driver does not repeat a key that is held down',
  },
  {
    file: 'modal-keyboard.test.mjs',
    case: 'Enter held down on the close button closes the modal, and does not open the next one',
    engines: ['webkit'],
    reason: 'the driver does not repeat a key that is held down',
  },
  {
    file: 'page-dialogs.test.mjs',
    case: "a page's listeners that keep fingers from scrolling and zooming do not reach in",
    engines: ['firefox', 'webkit'],
    reason: "touches are emulated by Chromium's protocol alone",
  },
  {
    file: 'modal-page.test.mjs',
    case: 'a right click in the modal is not told to the page',
    engines: ['webkit'],
    reason: "after a right click the driver's later clicks go astray",
  },
  {
    file: 'phones.test.mjs',
    case: 'a touch device',
    engines: ['firefox', 'webkit'],
    reason: "fingers and a phone's screen are emulated by Chromium's protocol alone",
  },
  {
    file: 'suspended.test.mjs',
    case: 'a frozen page',
    engines: ['firefox', 'webkit'],
    reason:
      "a page is frozen by Chromium's protocol alone; timers that stand still are tested in a page that is held up",
  },
  ...[
    'a page that closes it when it has the focus back, in that very click',
    'a page that aborts it when it has the focus back, in that very click',
  ].map((name) => ({
    file: 'frame-trouble.test.mjs',
    case: name,
    engines: ['firefox'],
    reason: 'the new window is in front, and a page behind is not told that it has the focus',
  })),
  ...[
    'a finish that came while the page was held up is a success',
    'a window that was closed while the page was held up is seen when it goes on',
  ].map((name) => ({
    file: 'suspended.test.mjs',
    case: name,
    engines: ['webkit'],
    reason: 'a page and the windows that it opened share one process, and stand still together',
  })),
];

/** @param {string} engine @param {string} name of a suite or a test */
export const isAutomated = (engine, name) =>
  !notAutomated.some((entry) => entry.case === name && entry.engines.includes(engine));

/** @param {string} engine @param {string[]} files that were run @returns {string[]} a line for each case that was not */
export const notRun = (engine, files) =>
  notAutomated
    .filter(({ file, engines }) => files.includes(file) && engines.includes(engine))
    .map(({ case: name, reason }) => `not run in ${engine}: ${name}: ${reason}`);

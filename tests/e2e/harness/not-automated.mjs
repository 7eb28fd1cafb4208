// What an engine's driver cannot do, and why: listed here and nowhere else. `suite.mjs` leaves these cases out, and `run.mjs`
// names them at the end of each run.

/**
 * @typedef {object} NotAutomated
 * @property {string} file
 * @property {string} case the title of a whole suite, or the name of a test
 * @property {string[]} engines
 * @property {string} reason
 */

/** @param {string[]} engines @param {string} reason @param {[file: string, name: string][]} cases @returns {NotAutomated[]} */
const because = (engines, reason, ...cases) => cases.map(([file, name]) => ({ file, case: name, engines, reason }));

const ALL_BUT_CHROMIUM = ['firefox', 'webkit'];

export const notAutomated = [
  ...because(
    ALL_BUT_CHROMIUM,
    'the driver does not hand out the console; what the page itself is told of refusals is checked in each test',
    ['csp.test.mjs', "nothing is written to the browser's console"],
  ),
  ...because(
    ALL_BUT_CHROMIUM,
    "only Chromium's protocol emulates forced colours, schemes, a phone's screen, and fingers",
    ['modal-look.test.mjs', "the modal's look, in emulated sizes and schemes"],
    ['page-dialogs.test.mjs', "a page's listeners that keep fingers from scrolling and zooming do not reach in"],
    ['phones.test.mjs', 'a touch device'],
  ),
  ...because(
    ALL_BUT_CHROMIUM,
    "only Chromium's protocol freezes a page; timers that stand still are tested in a page that is held up",
    ['suspended.test.mjs', 'a frozen page'],
  ),
  ...because(
    ['webkit'],
    'the driver does not repeat a key that is held down',
    ['modal-keyboard.test.mjs', 'Enter held down on the button opens it once, and does nothing in it'],
    ['modal-keyboard.test.mjs', 'Enter held down on the close button closes the modal, and does not open the next one'],
  ),
  ...because(['webkit'], "after a right click the driver's later clicks go astray", [
    'modal-page.test.mjs',
    'a right click in the modal is not told to the page',
  ]),
  ...because(
    ['webkit'],
    'a page and the windows that it opened share one process, and stand still together',
    ['suspended.test.mjs', 'a finish that came while the page was held up is a success'],
    ['suspended.test.mjs', 'a window that was closed while the page was held up is seen when it goes on'],
  ),
  ...because(
    ['firefox'],
    'the new window is in front, and a page behind is not told that it has the focus',
    ['frame-trouble.test.mjs', 'a page that closes it when it has the focus back, in that very click'],
    ['frame-trouble.test.mjs', 'a page that aborts it when it has the focus back, in that very click'],
  ),
];

/** @param {string} engine @param {string} name of a suite or a test */
export const isAutomated = (engine, name) =>
  !notAutomated.some((entry) => entry.case === name && entry.engines.includes(engine));

/** @param {string} engine @param {string[]} files that were run @returns {string[]} a line for each case that was not */
export const notRun = (engine, files) =>
  notAutomated
    .filter(({ file, engines }) => files.includes(file) && engines.includes(engine))
    .map(({ case: name, reason }) => `not run in ${engine}: ${name}: ${reason}`);

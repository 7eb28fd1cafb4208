// Pages whose timers stand still for a while: the clock has gone on meanwhile, and so may the dialog have.
import { suite, wholeBrowserSuite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

const handlers = {
  // The page's only thread waits for the second answer, and nothing else of the page runs: no timer, no listener. Not before
  // the first, because drivers look at the page once more after each command.
  holdUp: async (_h, { begin, end }) => {
    await fetch(begin);
    const request = new XMLHttpRequest();
    request.open('GET', end, false);
    request.send();
  },
};

/** A host page with an open dialog. */
const opened = async (browser, options, args) => {
  const page = await browser.opened({ handlers, options, args });
  return { page, popup: await page.dialog() };
};

/** What time does to them: the same whatever keeps the page's timers. @param {Function} suspended see below */
const defineTests = ({ test }, suspended) => {
  test('a timeout that passed meanwhile ends the dialog when the page goes on', async () => {
    const end = performance.now() + 4_200;
    const { page } = await suspended({ timeout: 4_000 }, () => until('it to pass', () => performance.now() > end));
    await page.failure('timeout');
    await page.windows.allClosed();
  });
};

wholeBrowserSuite('a page that is held up', ({ test, browser }) => {
  /** An open dialog whose page stands still while `during(popup)` goes on, in which nothing may be asked of the page. */
  const heldUp = async (options, during) => {
    const [begin, end] = [browser.server.hold(), browser.server.hold()];
    const asked = (path) => browser.server.requests.some((request) => request.path === path);
    const { page, popup } = await opened(browser, options, { begin: begin.path, end: end.path });
    await page.call('holdUp');
    begin.release('');
    try {
      await until('the page to stand still', () => asked(end.path));
      await during(popup);
    } finally {
      end.release('');
    }
    return { page, popup };
  };

  defineTests({ test }, heldUp);

  test('a finish that came while the page was held up is a success', async () => {
    const { page } = await heldUp({}, (popup) => popup.finish());
    await page.finishes();
  });

  test('a window that was closed while the page was held up is seen when it goes on', async () => {
    const { page } = await heldUp({}, (popup) => popup.close());
    await page.closedBy('user');
  });
});

suite('a frozen page', ({ test, browser }) => {
  const freeze = (state) => browser.session.devtools('Page.setWebLifecycleState', { state });

  /** An open dialog whose page is frozen while `during(popup)` goes on. */
  const frozen = async (options, during) => {
    const { page, popup } = await opened(browser, options);
    await freeze('frozen');
    await during(popup);
    await freeze('active');
    return { page, popup };
  };

  defineTests({ test }, frozen);

  test('a finish that came meanwhile is a success', async () => {
    const { page } = await frozen({}, (popup) => popup.finish());
    await page.finishes();
  });

  test('a window that was closed meanwhile is seen when the person comes back', async () => {
    const { page } = await frozen({}, (popup) => popup.close());
    // A page that was frozen is still in the background: the person comes back to it.
    const window = browser.driver.manage().window();
    const rect = await window.getRect();
    await window.minimize();
    await window.setRect(rect);
    await page.closedBy('user');
  });
});

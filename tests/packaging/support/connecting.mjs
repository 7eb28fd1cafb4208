// What the sample of every framework must be able to do (docs/frameworks.md), in an app of that framework.
//
// Its page shows `Connect` once, or with `?two` twice, in #app; `globalThis.remove()` takes it away; apps/back-end.js is its back
// end. Where an app shows something else after an error, or nothing, it says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from '../../e2e/harness/wait.mjs';
import { browserSuite } from './browser.mjs';
import { Project } from './project.mjs';
import { serve } from './serve.mjs';

/**
 * The suite of an app in consumers/ with samples of the documentation: it connects, and whatever else is tested of it.
 * @param {string} title
 * @param {object} app
 * @param {string} [app.consumer]
 * @param {string[]} app.samples
 * @param {(project: Project) => Promise<unknown>} [app.build] writes dist/; with Vite unless told
 * @param {Parameters<typeof connects>[2]} [app.how]
 * @param {(browser: import('./browser.mjs').Visitor, app: { project: Project, origin: string }) => void} [more] tests; the
 *   app is there when they run
 */
export function appSuite(
  title,
  { consumer = title, samples, build = (project) => project.viteBuild(), how },
  more = () => {},
) {
  browserSuite(title, (browser) => {
    const app = {};
    let server;
    before(async () => {
      app.project = await Project.create(consumer);
      app.project.addSamples(...samples);
      await build(app.project);
      server = await serve(app.project.path('dist'));
      app.origin = server.origin;
    });
    after(() => server?.close());

    connects(browser, () => app.origin, how);
    more(browser, app);
  });
}

/**
 * @param {import('./browser.mjs').Visitor} browser
 * @param {() => string} address of the page
 * @param {{ retries?: boolean, button?: string, query?: Record<string, string> }} [how] `retries`: an error shows a button for
 *   `retry`; `button`: how one finds the button that opens; `query`: what the page's address says besides
 */
export function connects(browser, address, { retries = true, button = '#app button', query: also = {} } = {}) {
  const visit = (query = {}) => browser.visit(`${address()}?${new URLSearchParams({ ...also, ...query })}`);
  const find = (css) => browser.driver.findElements({ css });
  const click = async (css = button, at = 0) => {
    const found = await until(`${css} that can be clicked`, async () => {
      const one = (await find(css))[at];
      return (await one?.isEnabled()) && one;
    });
    await found.click();
  };
  const says = (text) =>
    until(`the page to say ${text}`, () =>
      browser.run((wanted) => document.getElementById('app').textContent.includes(wanted), text),
    );
  const isDisabled = (at = 0) =>
    browser.run(
      (css, index) => {
        const element = document.querySelectorAll(css)[index];
        return (element.shadowRoot?.querySelector('button') ?? element).disabled;
      },
      button,
      at,
    );

  test('a click opens the dialog, its result arrives with its authValue, and the console stays empty', async () => {
    await visit();
    await click();
    const [{ solutionInstanceId, authValue }, ...others] = await browser.outcome();
    assert.equal(solutionInstanceId, 'instance-1');
    assert.equal(authValue.externalId, 'external_slack_authentication');
    assert.equal(typeof authValue.authId, 'string');
    assert.deepEqual(others, [], 'it was saved once');
    assert.equal(await browser.run(() => globalThis.codes), 1);
    await says('Connected.');
    await browser.windows.allClosed();
    assert.deepEqual(await browser.problems(), []);
  });

  test('the button is disabled while the dialog is open; a dialog that the user closes is no error', async () => {
    await visit({ code: 'sim:silence', grace: 1 });
    assert.equal(await isDisabled(), false);
    await click();
    const popup = await browser.windows.next();
    await until('the button to be disabled', () => isDisabled());
    await popup.close();
    await until('the button to be enabled again', async () => !(await isDisabled()));
    assert.deepEqual(await find('#app [role=alert]'), []);
    assert.deepEqual(await browser.problems(), []);
  });

  test(`an error is shown${retries ? ', and another click tries again with a fresh code' : ''}`, async () => {
    await visit({ fails: 1 });
    await click();
    await says('This did not work.');
    await browser.windows.allClosed();
    await click(retries ? '#app [role=alert] button' : button);
    await browser.outcome();
    await says('Connected.');
    assert.equal(await browser.run(() => globalThis.codes), 2);
    await browser.windows.allClosed();
    assert.deepEqual(await browser.problems(), []);
  });

  test('removing the component closes its popup', async () => {
    await visit({ code: 'sim:silence' });
    await click();
    const popup = await browser.windows.next();
    await popup.until('the dialog to have come', () => location.pathname.startsWith('/external/auth/'));
    await browser.run(() => globalThis.remove());
    await popup.gone();
    assert.deepEqual(await browser.problems(), []);
  });

  test('two of them are independent', async () => {
    await visit({ two: '', code: 'sim:silence', grace: 1 });
    await click(button, 0);
    const first = await browser.windows.next();
    await until('the first to be disabled', () => isDisabled(0));
    assert.equal(await isDisabled(1), false);
    await click(button, 1);
    const second = await browser.windows.next();
    await until('the second to be disabled', () => isDisabled(1));
    await first.close();
    await until('the first to be enabled again', async () => !(await isDisabled(0)));
    assert.equal(await isDisabled(1), true);
    await second.close();
    assert.deepEqual(await browser.problems(), []);
  });
}

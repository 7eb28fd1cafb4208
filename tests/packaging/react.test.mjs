// The entry for React under StrictMode, which mounts, unmounts and mounts again, with the samples of the documentation; and in
// the oldest React that has hooks.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { idleTurns } from '../e2e/harness/idle.mjs';
import { until } from '../e2e/harness/wait.mjs';
import { appSuite } from './support/connecting.mjs';
import { run } from './support/install.mjs';

const development = '--define:process.env.NODE_ENV="development"';
const react = {
  samples: ['connect.tsx', 'inline-dialog.tsx'],
  build: (project) => project.bundleApp('main.jsx', '--jsx=automatic', development),
};

appSuite('react', react, (browser, app) => {
  for (const [format, load] of Object.entries({ mjs: 'await import', cjs: 'require' })) {
    test(`it is rendered on a server, where opening is not_in_browser (.${format})`, async () => {
      writeFileSync(
        app.project.path(`server.${format}`),
        `const use = ({ createElement }, { renderToString }, { useAuthDialog }) => {
           const Connect = () => {
             const options = { partnerName: 'acme', authorizationCode: 'code', onError: ({ code }) => console.log(code) };
             const { open, state } = useAuthDialog(options);
             open();
             return createElement('p', null, state);
           };
           console.log(renderToString(createElement(Connect)));
         };
         use(${['react', 'react-dom/server', 'tray-auth-dialog/react'].map((name) => `${load}('${name}')`)});`,
      );
      const output = await run(process.execPath, [`server.${format}`], { cwd: app.project.folder });
      assert.equal(output, 'not_in_browser\n<p>idle</p>\n');
    });
  }

  const visit = (query) => browser.visit(`${app.origin}/?${new URLSearchParams(query)}`);
  /** The frames that are there: of the dialog's page, another origin's, nothing can be read. */
  const frames = () =>
    browser.run(() =>
      [...document.querySelectorAll('#app iframe')].map(({ contentDocument }) =>
        contentDocument ? 'blank' : 'dialog',
      ),
    );

  test('a component that opens on mount ends up with one dialog, whose result arrives', async () => {
    await visit({ inline: '', code: 'sim:finish-stays-open' });
    const [outcome, ...others] = await browser.outcome();
    assert.equal(typeof outcome.authId, 'string', JSON.stringify(outcome));
    assert.deepEqual(others, []);
    await until('the frame to go', async () => (await frames()).length === 0);
    assert.deepEqual(await browser.problems(), []);
  });

  test('a component that opens on mount and fails does not try again by itself', async () => {
    await visit({ inline: '', fails: 99 });
    assert.deepEqual(await browser.outcome(), [{ code: 'code_failed' }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await browser.run(() => globalThis.codes), 1);
  });

  const started = () => browser.run(() => globalThis.started);

  test('the module is started once a component is mounted, while the page is idle, and opens nothing', async () => {
    await visit({ own: '', two: '' });
    await until('the module', async () => (await started()) === 1);
    assert.deepEqual(await frames(), []);
    assert.deepEqual(await browser.problems(), []);
  });

  test('where something else opens, mounting starts nothing', async () => {
    await visit({});
    // What would start it has been called by then, and its turns are over.
    await browser.run(idleTurns);
    assert.equal(await started(), 0);
  });

  test('unmounting takes the frame away', async () => {
    await visit({ inline: '', code: 'sim:silence' });
    await until('one frame with the dialog', async () => (await frames()).includes('dialog'));
    assert.equal((await frames()).length, 1);
    await browser.run(() => globalThis.remove());
    await until('the frame to go', async () => (await frames()).length === 0);
    assert.deepEqual(await browser.problems(), []);
  });

  test('changed options are those of the next dialog; callbacks of an open one are the latest', async () => {
    await visit({ changing: '', code: 'sim:silence', grace: 1 });
    await browser.click('open');
    const first = await browser.windows.next();
    await first.until('the first to be navigated', () => location.href.includes('/external/auth/create/acme?'));
    await browser.click('next');
    await until('the second rendering', () => browser.run(() => globalThis.step === 2));
    await browser.run(() => {
      globalThis.promise = globalThis.dialog.open();
    });
    await first.gone();
    const second = await browser.windows.next();
    await second.until('the second to be navigated', () =>
      location.href.includes('/acme/instance-2/external_slack_authentication?'),
    );
    await browser.click('next');
    await until('the third rendering', () => browser.run(() => globalThis.step === 3));
    // In a task of its own: the window closes as soon as that has come.
    await second.run(() =>
      setTimeout(() => opener.postMessage({ type: 'tray.authpopup.finish', authId: 'auth-1' }, '*')),
    );
    assert.deepEqual(await browser.outcome(), [{ step: 3, solutionInstanceId: 'instance-2' }]);
    assert.equal(await browser.run(async () => (await globalThis.promise).authId), 'auth-1');
    assert.deepEqual(
      await browser.run(() => [globalThis.dialog.state, globalThis.dialog.result.authId, globalThis.dialog.busy]),
      ['finished', 'auth-1', false],
    );
  });

  test('wrong options are an error of the component, told to onError too, and nothing is thrown', async () => {
    await visit({ missing: '' });
    await browser.click('open');
    assert.deepEqual(await browser.outcome(), [{ code: 'invalid_options', field: 'partner' }]);
    assert.equal(await browser.run(() => document.getElementById('error').textContent), 'failed invalid_options');
    assert.deepEqual(await browser.problems(), []);
  });

  test('missing options are an error of the component, and printed where no onError hears of it', async () => {
    await visit({ missing: '', none: '' });
    await browser.click('open');
    await until('the error', () =>
      browser.run(() => document.getElementById('error').textContent === 'failed invalid_options'),
    );
    const problems = await browser.problems();
    assert.equal(problems.length, 1);
    assert.match(problems[0], /AuthDialogError/);
  });
});

appSuite('react 16.8', {
  consumer: 'react-16',
  samples: ['connect.tsx'],
  build: (project) => project.bundleApp('main.jsx', '--inject:react.js', development),
});

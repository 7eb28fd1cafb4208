// The samples of the documentation in React under StrictMode, which mounts, unmounts and mounts again: one dialog in the end,
// and none after unmounting.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { until } from '../e2e/harness/wait.mjs';
import { browserSuite } from './support/browser.mjs';
import { reactSample, reactSamples } from './support/docs.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

browserSuite('react', (browser) => {
  let server;
  before(async () => {
    const project = await Project.create('react');
    for (const [name, [file, declares]] of Object.entries(reactSamples))
      writeFileSync(project.path(name), reactSample(file, declares));
    const development = '--define:process.env.NODE_ENV="development"';
    await project.run('esbuild', ['main.jsx', '--bundle', '--jsx=automatic', development, '--outdir=dist']);
    server = await serve(project.folder);
  });
  after(() => server?.close());

  const frames = () => browser.run(() => [...document.querySelectorAll('#shown iframe')].map(({ src }) => src));
  const oneDialog = () =>
    until('one frame with the dialog', async () => (await frames()).join().includes('/external/auth/'));

  test('a component that opens on mount ends up with one dialog, whose result arrives', async () => {
    await browser.visit(`${server.origin}/?code=sim:finish-stays-open`);
    await browser.click('inline');
    const outcome = await browser.outcome();
    assert.equal(typeof outcome.authId, 'string', JSON.stringify(outcome));
    assert.equal(
      await browser.run(() => globalThis.codes),
      2,
      'StrictMode did mount twice, and nothing else opened one',
    );
    assert.equal(await browser.run(() => globalThis.results), 1);
    assert.deepEqual(await frames(), [], 'a finished dialog takes its frame away');
    assert.deepEqual(await browser.problems(), []);
  });

  test('a component that opens on mount and fails does not try again by itself', async () => {
    await browser.visit(`${server.origin}/?code=sim:silence&fails=99`);
    await browser.click('inline');
    assert.deepEqual(await browser.outcome(), { code: 'code_failed' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await browser.run(() => globalThis.codes), 2);
  });

  test('unmounting takes the frame away and says nothing', async () => {
    await browser.visit(`${server.origin}/?code=sim:silence`);
    await browser.click('inline');
    await oneDialog();
    assert.equal((await frames()).length, 1);
    await browser.click('nothing');
    await until('the frame to go', async () => (await frames()).length === 0);
    assert.equal(await browser.run(() => document.getElementById('outcome').textContent), '');
    assert.deepEqual(await browser.problems(), []);
  });

  test('a hook opens one popup from a click, whose result arrives', async () => {
    await browser.visit(`${server.origin}/?code=sim:finish-then-close`);
    await browser.click('popup');
    await browser.click('open');
    assert.equal(typeof (await browser.outcome()).authId, 'string');
    assert.equal(await browser.run(() => globalThis.codes), 1);
    await browser.windows.allClosed();
    assert.deepEqual(await browser.problems(), []);
  });

  test('a component opens one popup from a click, whose result arrives', async () => {
    await browser.visit(`${server.origin}/?code=sim:finish-then-close`);
    await browser.click('connect');
    await browser.driver.findElement({ css: '#shown button' }).click();
    assert.equal(typeof (await browser.outcome()).authId, 'string');
    assert.deepEqual(await browser.problems(), []);
  });

  test('what the hook opens again closes with its component, too', async () => {
    await browser.visit(`${server.origin}/?code=sim:silence&fails=1`);
    await browser.click('popup');
    await browser.click('open');
    assert.deepEqual(await browser.outcome(), { code: 'code_failed' });
    await browser.windows.allClosed();
    await browser.click('retry');
    const popup = await browser.windows.next();
    await browser.click('nothing');
    await popup.gone();
    assert.deepEqual(await browser.problems(), []);
  });

  test('unmounting closes its popup', async () => {
    await browser.visit(`${server.origin}/?code=sim:silence`);
    await browser.click('popup');
    await browser.click('open');
    const popup = await browser.windows.next();
    await browser.click('nothing');
    await popup.gone();
    assert.deepEqual(await browser.outcome(), { code: 'closed' });
    assert.deepEqual(await browser.problems(), []);
  });
});

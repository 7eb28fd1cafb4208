// `./backend` in a real browser: importing it does no harm, and using it throws, in the page and in a worker, before anything is sent.
import assert from 'node:assert/strict';
import { entryFile } from './harness/package-files.mjs';
import { suite } from './harness/suite.mjs';

suite('the back-end entry in a browser', ({ test, browser }) => {
  test('throws, because it holds a master token, and sends nothing', async () => {
    const use = (h) => {
      const error = h.refusal(() => h.package.trayBackend({ masterToken: 'master-secret' }));
      h.note(error);
      h.note(h.package.isTrayBackendError(error, 'in_browser'));
    };
    const page = await browser.open({ use }, { entry: './backend' });
    page.secrets.push('master-secret');
    const before = browser.server.requests.length;
    await page.click('use');
    const [{ code, message }, known] = await page.notes(2);
    assert.deepEqual([code, known], ['in_browser', true]);
    assert.match(message, /holds your master token, which must never reach a browser/);
    assert.equal(browser.server.requests.length, before);
  });

  test('throws in a worker, too', async () => {
    const worker = browser.server.serve(`
      import { trayBackend } from '/node_modules/tray-auth-dialog${entryFile('./backend')}';
      try {
        trayBackend({ masterToken: 'x' });
      } catch ({ code }) {
        postMessage({ code });
      }`);
    const use = (h, { worker }) => {
      new Worker(worker, { type: 'module' }).onmessage = ({ data }) => h.note(data);
    };
    const page = await browser.open({ use }, { args: { worker } });
    await page.click('use');
    assert.deepEqual(await page.note(), { code: 'in_browser' });
  });
});

// The modal above the dialogs of other libraries, opened from a button in them: what is done in it is nothing of theirs, and
// theirs work on when it is gone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { chosenEngines } from '../e2e/harness/engines.mjs';
import { Modal } from '../e2e/harness/modal.mjs';
import { until } from '../e2e/harness/wait.mjs';
import { browserSuite } from './support/browser.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

const libraries = ['bootstrap', 'focus-trap', 'headless-ui', 'jquery-ui', 'mui', 'radix', 'react-aria'];

let server;
before(async () => {
  const project = await Project.create('dialogs');
  const production = '--define:process.env.NODE_ENV="production"';
  const format = ['--bundle', '--splitting', '--format=esm', '--jsx=automatic', production];
  await project.run('esbuild', ['main.js', ...format, '--outdir=dist']);
  server = await serve(project.folder);
});
after(() => server?.close());

// How a key or the focus goes differs between engines, the libraries hardly: elsewhere than on a CI machine one will do.
for (const engine of process.env.CI ? ['chromium', 'firefox', 'webkit'] : chosenEngines())
  browserSuite(
    `dialogs of other libraries (${engine})`,
    (browser) => {
      /** Runs in the page: whether the library's dialog is shown. */
      const isShown = () => (document.getElementById('connect')?.getClientRects().length ?? 0) > 0;
      const focus = (id) =>
        until(`the focus on ${id}`, () => browser.run((id) => document.activeElement.id === id, id));
      /** What can be clicked once the library lets it, such as when it has come in. */
      const click = (id) =>
        until(`a click on ${id}`, () =>
          browser.click(id).then(
            () => true,
            () => false,
          ),
        );

      /** Opens the library's dialog, and from it the modal. */
      const opened = async (library) => {
        await browser.visit(`${server.origin}/?library=${library}`);
        await click('opener');
        await until('the dialog', () => browser.run(isShown));
        await click('field');
        return again();
      };
      const again = async () => {
        await click('connect');
        return new Modal(browser).shown();
      };
      const closedByUser = async (modal, times = 1) => {
        await modal.gone();
        const outcomes = () => browser.run(() => globalThis.outcomes);
        await until('the outcome', async () => (await outcomes()).length >= 2 * times);
        assert.deepEqual(await outcomes(), Array(times).fill(['closed by user', 'closed']).flat());
        assert.equal(await browser.run(isShown), true, "the library's dialog is still there");
        await focus('connect');
      };
      /** Theirs closes for Esc, and gives the focus back. */
      const worksOn = async (modal) => {
        await modal.press(Key.ESCAPE);
        await until("the library's dialog to close", async () => !(await browser.run(isShown)));
        await focus('opener');
        assert.deepEqual(await browser.problems(), []);
      };

      for (const library of libraries) {
        test(`${library}: Esc, the close button and a click beside it close the modal alone`, async () => {
          let modal = await opened(library);
          await modal.press(Key.ESCAPE);
          await closedByUser(modal);
          modal = await again();
          await modal.click('close');
          await closedByUser(modal, 2);
          modal = await again();
          await modal.clickBeside();
          await closedByUser(modal, 3);
          await worksOn(modal);
        });

        test(`${library}: what is clicked and typed in the modal stays in it, and so does the focus`, async () => {
          const modal = await opened(library);
          const part = async (name) => assert.equal(await modal.focused(), name);
          await part('close');
          const { host } = await browser.run((dialog) => {
            const { host } = dialog.getRootNode();
            return { host: host.getAttributeNames() };
          }, modal.dialog);
          assert.ok(!host.includes('inert') && !host.includes('aria-hidden'), host.join());
          await modal.click('title');
          await part('dialog');
          await modal.press('c', Key.TAB);
          await part('close');
          // Chromium takes the focus from a frame whose page comes in just then.
          await until('the focus on the frame', async () => {
            await modal.press(Key.TAB);
            return (await modal.focused()) === 'frame';
          });
          await modal.click('title');
          await part('dialog');
          await modal.press(Key.ESCAPE);
          await closedByUser(modal);
          await worksOn(modal);
        });
      }
    },
    { engine },
  );

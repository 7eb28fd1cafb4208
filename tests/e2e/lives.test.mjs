// The lives of dialogs (tests/lives/), lived by the package: the double of `/testing` lives the same.
import assert from 'node:assert/strict';
import { lives, openAndRecord, ordered } from '../lives/lives.mjs';
import { suite } from './harness/suite.mjs';

suite('lives', ({ test, browser }) => {
  /** What is done in the dialog's own page. */
  const inDialog = {
    finish: () => window.dialog.finish('auth-1'),
    'finish second': () => window.dialog.finish('auth-1'),
    error: () => window.dialog.post({ type: 'tray.authPopup.error', error: 'No.' }),
    'dialog closes': () => window.dialog.post({ type: 'tray.authpopup.close' }),
    'dialog closes then finish': () => {
      window.dialog.post({ type: 'tray.authpopup.close' });
      window.dialog.finish('auth-1');
    },
  };
  const inPage = {
    'page closes': (h) => h.settings.dialog.close(),
    abort: (h) => h.settings.controller.abort(),
  };

  for (const { says, code, options, throws, steps, log: expected, apart = [], result } of lives) {
    test(says, async () => {
      const [first, second] = [browser.server.dialog(), browser.server.dialog()];
      const args = {
        options: { host: browser.server.origin('dialog.localhost'), ...options },
        throws,
        second,
        code: code === 'text' ? first : undefined,
      };
      const page = await browser.open(
        {
          open: openAndRecord,
          retry: (h) => h.settings.retry(),
          result: async (h) => h.note(await h.settings.dialog.result),
          ...inPage,
        },
        { args },
      );
      for (const kind of throws ?? []) page.expectProblem(new RegExp(`${kind} throws`));
      await page.click();
      // The windows in their order, as far as they stay.
      let popup = await page.popup();
      const notes = async () => (await page.report()).notes;
      for (const step of steps) {
        if (step === 'code') await page.resolve('code', first);
        else if (step === 'no code') await page.reject('code', 'no code');
        else if (step === 'user closes') {
          if (steps.includes('code')) await popup.ready();
          await popup.close();
        } else if (step === 'retry') {
          await page.until(
            'the first to settle',
            ({ notes: so }) => so.some((text) => /^rejected/.test(text)) || !steps.includes('no code'),
          );
          await page.click('retry');
          if (code !== 'text') popup = await page.popup();
        } else if (step in inPage) await page.call(step);
        else {
          await popup.ready();
          await popup.run(inDialog[step]);
        }
      }
      const end = expected[expected.length - 1];
      await page.until(end, ({ notes: so }) => so.includes(end));
      assert.deepEqual(ordered(await notes(), apart), { log: expected, apart });
      if (result) {
        await page.call('result');
        const kept = await page.until('the result', ({ notes: so }) => so.find((note) => typeof note === 'object'));
        assert.deepEqual(kept, result);
      }
    });
  }
});

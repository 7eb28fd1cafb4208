// The module's memory after the navigation: no part of the authorization code is left in it, in any spelling. What the page
// itself keeps does not count.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

/** Long enough for buffers to grow, and different in every spelling of a URL. It leads to no dialog. */
const word = (index) => `s3cr3t/${index}+é =${index * 7}&`;
const CODE = Array.from({ length: 40 }, (_, index) => word(index)).join('');

suite("the code in the module's memory", ({ test, browser }) => {
  const handlers = {
    open: (h, { display, how, code }) => {
      const authorizationCode = { string: code, promise: h.promise('code'), function: () => h.promise('code') }[how];
      h.open(h.create({ authorizationCode, display }));
    },
    url: (h, { code }) => h.note(h.package.authDialogUrl(h.create({ authorizationCode: code })).length),
    refuse: (h, { code }) => {
      const options = h.create({ authorizationCode: code, timeout: -1 });
      h.note(h.refusal(() => h.package.openAuthDialog(options)).code);
    },
    /** Counts the parts of each spelling in the memory: the beginning of a freed buffer may be overwritten. */
    scan: (h, { code }) => {
      const latin1 = (text) => String.fromCharCode(...new TextEncoder().encode(text));
      const spellings = {
        plain: latin1(code),
        form: new URLSearchParams({ code }).toString(),
        component: encodeURIComponent(code),
      };
      const memory = instrument.memoryText();
      const found = {};
      for (const [name, text] of Object.entries(spellings)) {
        for (let at = 0; at + 16 <= text.length; at += 8) {
          const part = text.slice(at, at + 16);
          if (memory.includes(part)) found[name] = (found[name] ?? 0) + 1;
        }
      }
      h.note({ found, size: memory.length, other: memory.includes('external_slack_authentication') });
    },
  };
  /** What is found of the code. Another option must be found, which shows that the search works. */
  const scanned = async (page, isOpen) => {
    await page.call('scan');
    const { notes } = await page.report();
    const { found, size, other } = notes.at(-1);
    assert.ok(size > 65_536, 'there is a memory');
    if (isOpen) assert.equal(other, true, 'another option of the dialog is in the memory');
    return found;
  };
  // `./js` has no such memory.
  const open = (args) => browser.open(handlers, { args: { code: CODE, ...args }, entry: '.' });

  const close = async (page) => {
    await page.run(() => harness.handle().close());
    await page.failure('closed');
  };

  for (const display of ['popup', 'modal', 'inline']) {
    for (const how of ['string', 'promise', 'function']) {
      test(`given as a ${how} (${display}): no part of it is left once the dialog is navigated`, async () => {
        const page = await open({ display, how });
        await page.click();
        if (how !== 'string') await page.resolve('code', CODE);
        await page.event('navigate');
        assert.deepEqual(await scanned(page, true), {});
        await close(page);
        assert.deepEqual(await scanned(page), {});
      });
    }
  }

  test('a code that comes when its dialog has been closed leaves nothing', async () => {
    const page = await open({ display: 'modal', how: 'promise' });
    await page.click();
    await page.event('open');
    await close(page);
    await page.resolve('code', CODE);
    assert.deepEqual(await scanned(page), {});
  });

  test('options that are refused for another reason, and authDialogUrl, leave nothing of the code', async () => {
    const page = await open({});
    await page.call('refuse');
    assert.equal(await page.note(), 'invalid_options');
    assert.deepEqual(await scanned(page), {});
    await page.call('url');
    assert.ok((await page.report()).notes.at(-1) > CODE.length);
    assert.deepEqual(await scanned(page), {});
  });
});

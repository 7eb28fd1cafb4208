// The vectors that the native tests run, through the built package in the browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { suite } from './harness/suite.mjs';

const vectors = async (name) =>
  JSON.parse(await readFile(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')).cases;

suite('vectors', ({ test, browser }) => {
  /** What the handler `run` notes of each case. */
  const noted = async (cases, run) => {
    const all = (h, { cases }) => {
      for (const one of cases) h.call('run', one);
    };
    const page = await browser.open({ run, all }, { args: { cases } });
    await page.call('all');
    return (await page.report()).notes;
  };
  /** Runs in the page: "(undefined)" is written so because JSON has no `undefined`. */
  const restored = `Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, value === '(undefined)' ? undefined : value]))`;
  const withoutMessage = ({ message, ...note }) => note;

  test('authDialogUrl gives every URL and error of urls.json', async () => {
    const cases = await vectors('urls');
    const notes = await noted(
      cases,
      `(h, _args, { name, options, field }) => {
        try {
          h.note({ name, url: h.package.authDialogUrl(${restored}) });
        } catch (error) {
          const isOurs = h.package.isAuthDialogError(error, error.code) && error instanceof h.package.AuthDialogError;
          const { code, message } = error;
          h.note({ name, error: code, field: error.field, isOurs, namesField: message.includes(field), message });
        }
      }`,
    );
    const expected = cases.map(({ name, url, error, field }) =>
      url === undefined ? { name, error, field, isOurs: true, namesField: true } : { name, url },
    );
    assert.deepEqual(notes.map(withoutMessage), expected);
    const codes = cases.map(({ options }) => options.authorizationCode).filter((code) => code?.length > 10);
    for (const { message = '' } of notes) assert.ok(!codes.some((code) => message.includes(code)), message);
  });

  test('openAuthDialog takes or refuses every URL of given-urls.json', async () => {
    const cases = await vectors('given-urls');
    const notes = await noted(
      cases,
      `(h, _args, { name, options }) => {
        const display = document.getElementById('main').appendChild(document.createElement('div'));
        // With a policy of the page's own it is opened by \`src\`, which can be read.
        const frame = { referrerPolicy: 'origin' };
        try {
          const { close } = h.package.openAuthDialog({ ...${restored}, display, frame, closeGrace: 0 });
          h.note({ name, opens: display.querySelector('iframe').getAttribute('src') });
          // Before the frame has asked for anything: its host may be anywhere.
          display.remove();
          close();
        } catch ({ code, field, message }) {
          display.remove();
          h.note({ name, error: code, field, message });
        }
      }`,
    );
    const expected = cases.map(({ name, opens, error, field }) => (error ? { name, error, field } : { name, opens }));
    assert.deepEqual(notes.map(withoutMessage), expected);
    for (const [at, { message, name }] of notes.entries()) {
      if (message) assert.ok(message.includes(cases[at].says), `${name}: ${message}`);
      assert.ok(!message?.includes('37d1a4fa'), message);
    }
  });

  test('parseAuthMessage gives every message of messages.json', async () => {
    const all = await vectors('messages');
    const notes = await noted(all, (h, _args, { name, data }) => {
      const message = h.package.parseAuthMessage(data);
      // As text, because what WebDriver carries does not tell undefined from null.
      const text = (_key, value) => (value === undefined ? '(undefined)' : value);
      h.note({ name, message: message === undefined ? 'null' : JSON.stringify(message, text) });
    });
    assert.deepEqual(
      notes.map(({ name, message }) => ({ name, message: JSON.parse(message) })),
      all.map(({ name, message }) => ({ name, message })),
    );
  });
});

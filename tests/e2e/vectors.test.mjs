// The vectors that the native tests run, through the built package in the browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { suite } from './harness/suite.mjs';

const vectors = async (name) =>
  JSON.parse(await readFile(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')).cases;

suite('vectors', ({ test, browser }) => {
  test('authDialogUrl gives every URL and error of urls.json', async () => {
    const cases = await vectors('urls');
    const page = await browser.open(
      {
        run: (h, { cases }) => {
          for (const { name, options, field } of cases) {
            const given = Object.fromEntries(
              Object.entries(options).map(([key, value]) => [key, value === '(undefined)' ? undefined : value]),
            );
            try {
              h.note({ name, url: h.package.authDialogUrl(given) });
            } catch (error) {
              h.note({
                name,
                error: error.code,
                field: error.field,
                isOurs: h.package.isAuthDialogError(error, error.code) && error instanceof h.package.AuthDialogError,
                namesField: error.message.includes(field),
                message: error.message,
              });
            }
          }
        },
      },
      { args: { cases } },
    );
    await page.call('run');
    const { notes } = await page.report();
    const outcome = (note) =>
      note.url === undefined
        ? { name: note.name, error: note.error, field: note.field, isOurs: note.isOurs, namesField: note.namesField }
        : note;
    assert.deepEqual(
      notes.map(outcome),
      cases.map(({ name, url, error, field }) =>
        url === undefined ? { name, error, field, isOurs: true, namesField: true } : { name, url },
      ),
    );
    const codes = cases
      .map(({ options }) => options.authorizationCode)
      .filter((code) => typeof code === 'string' && code.length > 10);
    for (const { message } of notes)
      assert.equal(
        codes.some((code) => message?.includes(code)),
        false,
        message,
      );
  });

  test('openAuthDialog takes or refuses every URL of given-urls.json', async () => {
    const cases = await vectors('given-urls');
    const page = await browser.open(
      {
        run: (h, { cases }) => {
          for (const { name, options } of cases) {
            const given = Object.fromEntries(
              Object.entries(options).map(([key, value]) => [key, value === '(undefined)' ? undefined : value]),
            );
            const display = document.getElementById('main').appendChild(document.createElement('div'));
            // With a policy of the page's own it is opened by `src`, which can be read.
            const frame = { referrerPolicy: 'origin' };
            try {
              const { close } = h.package.openAuthDialog({ ...given, display, frame, closeGrace: 0 });
              h.note({ name, opens: display.querySelector('iframe').getAttribute('src') });
              // Before the frame has asked for anything: its host may be anywhere.
              display.remove();
              close();
            } catch ({ code, field, message }) {
              display.remove();
              h.note({ name, error: code, field, message });
            }
          }
        },
      },
      { args: { cases } },
    );
    await page.call('run');
    const { notes } = await page.report();
    assert.deepEqual(
      notes.map(({ message, ...note }) => note),
      cases.map(({ name, opens, error, field }) => (error ? { name, error, field } : { name, opens })),
    );
    for (const [at, { message, name }] of notes.entries()) {
      if (message) assert.ok(message.includes(cases[at].says), `${name}: ${message}`);
      assert.equal(message?.includes('37d1a4fa') ?? false, false, message);
    }
  });

  test('the message of a mixture names every option involved', async () => {
    const cases = (await vectors('urls')).filter(({ name }) =>
      ['all targets at once', 'edit and create at once'].includes(name),
    );
    assert.equal(cases.length, 2);
    const targets = ['authId', 'solutionInstanceId', 'externalAuthId', 'serviceId', 'serviceEnvironmentId', 'scopes'];
    for (const { options } of cases) {
      const page = await browser.open(
        {
          run: (h, { options }) => {
            try {
              h.package.authDialogUrl(options);
            } catch (error) {
              h.note(error.message);
            }
          },
        },
        { args: { options } },
      );
      await page.call('run');
      const message = await page.note();
      for (const name of targets.filter((target) => target in options))
        assert.ok(message.includes(name), `${name} in: ${message}`);
    }
  });

  test('parseAuthMessage gives every message of messages.json', async () => {
    const cases = await vectors('messages');
    const page = await browser.open(
      {
        run: (h, { cases }) => {
          for (const { name, data } of cases) {
            const message = h.package.parseAuthMessage(data);
            // As text, because what WebDriver carries does not tell undefined from null.
            const text = (_key, value) => (value === undefined ? '(undefined)' : value);
            h.note({ name, message: message === undefined ? 'null' : JSON.stringify(message, text) });
          }
        },
      },
      { args: { cases } },
    );
    await page.call('run');
    const { notes } = await page.report();
    const parsed = notes.map(({ name, message }) => ({ name, message: JSON.parse(message) }));
    assert.deepEqual(
      parsed,
      cases.map(({ name, message }) => ({ name, message })),
    );
  });
});

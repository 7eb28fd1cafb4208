// Options that can not be meant: each call throws at once, names the option, and opens nothing.
import assert from 'node:assert/strict';
import { wrong } from './bad-options.mjs';
import { suite } from './harness/suite.mjs';

suite('bad options', ({ test, browser }) => {
  for (const [subject, options] of Object.entries(wrong)) {
    test(`${subject} that are none are invalid_options, which names the option, and nothing is opened`, async () => {
      const rows = Object.entries(options).flatMap(([field, values]) => values.map((value) => [field, value]));
      const calls = rows.map(([field, value]) => {
        const [group, name] = field.split('.');
        const option = name ? `${group}: { ${name}: ${value} }` : `${group}: ${value}`;
        return `[${JSON.stringify(field)}, ${JSON.stringify(value)}, () => ({ ${option} })]`;
      });
      const page = await browser.open({
        open: `(h) => {
          const closedWindow = window.open('', '_blank');
          closedWindow.close();
          for (const [field, value, make] of [${calls.join(', ')}]) {
            const given = { authorizationCode: 'never-used', display: field.startsWith('frame') ? 'modal' : 'popup', ...make() };
            const options = field === 'url' ? make() : h.create(given);
            let error;
            try {
              h.package.openAuthDialog(options).close();
            } catch (thrown) {
              error = thrown;
            }
            h.note([field, value, error?.code, error?.field, error?.message.includes(field)]);
          }
        }`,
      });
      await page.click();
      const { notes, opens } = await page.report();
      assert.deepEqual(
        notes,
        rows.map(([field, value]) => [field, value, 'invalid_options', field, true]),
      );
      assert.equal(opens.length, 1, 'only the window that the page itself opened');
      await page.returnsToBaseline();
    });
  }

  test('options that are no object are invalid_options', async () => {
    const values = ['undefined', 'null', '5', '"acme"', '[]', '() => {}'];
    const page = await browser.open({
      open: `(h) => {
        for (const value of [${values.join(', ')}]) {
          try {
            h.package.openAuthDialog(value);
            h.note('nothing thrown');
          } catch ({ code }) {
            h.note(code);
          }
        }
      }`,
    });
    await page.click();
    assert.deepEqual(
      (await page.report()).notes,
      values.map(() => 'invalid_options'),
    );
  });

  test('getters that throw, Proxies and options that change while they are read: an error or a dialog, and no crash', async () => {
    const page = await browser.open({
      open: (h) => {
        const bite = () => {
          throw new Error('bitten');
        };
        const base = h.create({ authorizationCode: 'never-used' });
        const revoked = Proxy.revocable({}, {});
        revoked.revoke();
        const hostile = {
          getter: Object.defineProperty({ ...base }, 'host', { get: bite, enumerable: true }),
          'nested getter': { ...base, popup: Object.defineProperty({}, 'width', { get: bite, enumerable: true }) },
          ownKeys: new Proxy(base, { ownKeys: bite }),
          get: new Proxy(base, { get: bite }),
          revoked: revoked.proxy,
          'revoked popup': { ...base, popup: revoked.proxy },
          'revoked code': { ...base, authorizationCode: revoked.proxy },
          'revoked URL': { url: revoked.proxy },
          'very many names': {
            ...base,
            ...Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`x${at}`, at])),
          },
        };
        for (const [name, options] of Object.entries(hostile)) {
          for (const call of ['openAuthDialog', 'authDialogUrl']) {
            try {
              h.package[call](options);
              h.note([name, 'nothing thrown']);
            } catch (error) {
              h.note([name, error.code ?? String(error)]);
            }
          }
        }
      },
    });
    await page.click();
    const { notes, opens } = await page.report();
    for (const [name, outcome] of notes) assert.equal(outcome, 'invalid_options', name);
    assert.equal(notes.length, 2 * 9);
    assert.equal(opens.length, 0);
  });

  test('undefined means absent', async () => {
    const absent = 'region extraOrigins codeTimeout display popup frame labels accountId signal timeout';
    const page = await browser.opened({
      code: browser.finishing(),
      args: { absent: `${absent} closeGrace onFinish authId scopes`.split(' ') },
      handlers: {
        open: (h, { code, absent }) => {
          const none = Object.fromEntries(absent.map((name) => [name, undefined]));
          h.open({ ...h.create({ authorizationCode: code }), ...none });
        },
      },
    });
    await page.finishes();
  });

  test('attachAuthDialog refuses what only opening needs', async () => {
    const opening = 'partnerName solutionInstanceId authId authorizationCode display popup frame labels';
    const options = `${opening} skipTitleField codeTimeout closeOnError nonsense`.split(' ');
    const page = await browser.open(
      {
        open: (h, { options }) => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          for (const option of options) {
            try {
              h.package.attachAuthDialog(frame, { [option]: 'never-used' });
              h.note([option]);
            } catch ({ code, field, message }) {
              h.note([option, code, field, message.includes(option)]);
            }
          }
        },
      },
      { args: { options } },
    );
    await page.click();
    assert.deepEqual(
      (await page.report()).notes,
      options.map((option) => [option, 'invalid_options', option, true]),
    );
  });

  test('attachAuthDialog refuses what is no window and no iframe of the page', async () => {
    const targets = [
      'window',
      'null',
      'undefined',
      '{}',
      'document.createElement("div")',
      'document.createElement("iframe")',
      'closedWindow',
      '"_blank"',
    ];
    const page = await browser.open({
      open: `(h) => {
        const closedWindow = window.open('', '_blank');
        closedWindow.close();
        for (const target of [${targets.join(', ')}]) {
          try {
            h.package.attachAuthDialog(target, {});
            h.note('nothing thrown');
          } catch ({ code, message }) {
            h.note([code, /window|iframe/.test(message)]);
          }
        }
      }`,
    });
    await page.click();
    assert.deepEqual(
      (await page.report()).notes,
      targets.map(() => ['invalid_options', true]),
    );
  });
});

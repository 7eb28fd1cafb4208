// Wrong options: each call throws at once, names the option, and opens nothing.
import assert from 'node:assert/strict';
import { wrong } from './bad-options.mjs';
import { suite } from './harness/suite.mjs';

suite('bad options', ({ test, browser }) => {
  /**
   * What `call(h, given, option)` throws for each row: an option, and the source of what is given. Nothing is opened.
   * @returns {Promise<object[]>} the errors
   */
  const refusals = async (rows, call) => {
    const calls = rows.map(([option, source]) => `[${JSON.stringify(option)}, () => (${source})]`);
    const page = await browser.open({
      call: `(h, _args, given, option) => (${call})(h, given, option)`,
      open: `(h) => {
        const closedWindow = window.open('', '_blank');
        closedWindow.close();
        for (const [option, make] of [${calls.join(', ')}])
          h.note(h.refusal(() => h.call('call', make(), option).close()));
      }`,
    });
    await page.click();
    const { notes, opens } = await page.report();
    assert.equal(opens.length, 1, 'only the window that the page itself opened');
    assert.equal(notes.length, rows.length);
    await page.returnsToBaseline();
    return notes;
  };
  /** Each error must name the option of its row. */
  const checkNamed = (errors, rows) =>
    assert.deepEqual(
      errors.map(({ code, field, message }, index) => [rows[index], code, field, message?.includes(field)]),
      rows.map((row) => [row, 'invalid_options', row[0], true]),
    );

  for (const [subject, options] of Object.entries(wrong)) {
    test(`wrong ${subject}: invalid_options, which names the option, and nothing is opened`, async () => {
      const rows = Object.entries(options).flatMap(([option, values]) => {
        const [group, name] = option.split('.');
        return values.map((value) => [option, name ? `{ ${group}: { ${name}: ${value} } }` : `{ ${group}: ${value} }`]);
      });
      const open = (h, given, option) => {
        const display = option.startsWith('frame') ? 'modal' : 'popup';
        const all = { ...h.create({ authorizationCode: 'never-used', display }), ...given };
        return h.package.openAuthDialog(option === 'url' ? given : all);
      };
      checkNamed(await refusals(rows, open), rows);
    });
  }

  test('options that are not an object: invalid_options', async () => {
    const rows = ['undefined', 'null', '5', '"acme"', '[]', '() => {}'].map((source) => ['', source]);
    const errors = await refusals(rows, (h, given) => h.package.openAuthDialog(given));
    for (const { code } of errors) assert.equal(code, 'invalid_options');
  });

  test('attachAuthDialog refuses what only opening needs', async () => {
    const opening = 'partnerName solutionInstanceId authId authorizationCode display popup frame labels';
    const options = `${opening} skipTitleField codeTimeout closeOnError nonsense`.split(' ');
    const rows = options.map((option) => [option, `{ ${option}: 'never-used' }`]);
    const attach = (h, given) =>
      h.package.attachAuthDialog(h.place().appendChild(document.createElement('iframe')), given);
    checkNamed(await refusals(rows, attach), rows);
  });

  test('attachAuthDialog refuses what is neither a window nor an iframe of the page', async () => {
    const made = ['document.createElement("div")', 'document.createElement("iframe")'];
    const rows = ['window', 'null', 'undefined', '{}', ...made, 'closedWindow', '"_blank"'].map((source) => [
      '',
      source,
    ]);
    const errors = await refusals(rows, (h, given) => h.package.attachAuthDialog(given, {}));
    for (const { code, message } of errors) {
      assert.equal(code, 'invalid_options');
      assert.match(message, /window|iframe/);
    }
  });

  test('getters that throw, hostile Proxies and very many names: invalid_options', async () => {
    const page = await browser.open({
      open: (h) => {
        const bite = () => {
          throw new Error('bitten');
        };
        const base = h.create({ authorizationCode: 'never-used' });
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        const hostile = {
          getter: Object.defineProperty({ ...base }, 'host', { get: bite, enumerable: true }),
          'nested getter': { ...base, popup: Object.defineProperty({}, 'width', { get: bite, enumerable: true }) },
          ownKeys: new Proxy(base, { ownKeys: bite }),
          get: new Proxy(base, { get: bite }),
          revoked: proxy,
          'revoked popup': { ...base, popup: proxy },
          'revoked code': { ...base, authorizationCode: proxy },
          'revoked URL': { url: proxy },
          'very many names': {
            ...base,
            ...Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`x${at}`, at])),
          },
        };
        for (const [name, options] of Object.entries(hostile))
          for (const call of ['openAuthDialog', 'authDialogUrl'])
            h.note([name, h.refusal(() => h.package[call](options))]);
      },
    });
    await page.click();
    const { notes, opens } = await page.report();
    for (const [name, { code }] of notes) assert.equal(code, 'invalid_options', name);
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
});

// A popup that does not open: the page is told at once and in words, nothing is left behind, and a second click can help.
import assert from 'node:assert/strict';
import { wholeBrowserSuite } from './harness/suite.mjs';

wholeBrowserSuite('blocked popups', ({ test, browser, engine }) => {
  test('a blocked popup ends as popup_blocked, and retry() from a second click succeeds', async () => {
    const code = browser.server.dialog((dialog) => dialog.finish('auth-1'));
    const page = await browser.open(
      {
        open: (h, args) => h.open(h.create({ authorizationCode: () => args.code })),
        retry: (h) => h.follow(() => h.handle().retry(), 'second'),
      },
      { args: { code } },
    );
    await page.call('open'); // no gesture: the same handler, but the blocker stands in the way
    const error = await page.failure('popup_blocked');
    assert.match(error.message, /popup/i);
    const { opens, dialogs } = await page.report();
    assert.deepEqual(
      opens.map(({ blocked }) => blocked),
      [true],
    );
    assert.equal(dialogs.dialog.state, 'failed');
    assert.deepEqual(
      dialogs.dialog.events.map(({ type }) => type),
      ['error'],
    );
    assert.equal(dialogs.dialog.calls.filter(({ name }) => name === 'onError').length, 1);

    await page.click('retry');
    assert.equal((await page.result('second')).authId, 'auth-1');
    assert.equal((await page.report()).opens[1].inClick, true);
  });

  test('window.open that returns an already closed window is popup_blocked', async () => {
    const page = await browser.open({
      open: (h) => {
        const { open } = window;
        window.open = (...args) => {
          const popup = open(...args);
          popup.close();
          return popup;
        };
        h.open(h.create({ authorizationCode: 'never-used' }));
      },
    });
    await page.click();
    await page.failure('popup_blocked');
  });

  test('window.open that throws is popup_blocked', async () => {
    const page = await browser.open({
      open: (h) => {
        window.open = () => {
          throw new Error('not here');
        };
        h.open(h.create({ authorizationCode: 'never-used' }));
      },
    });
    await page.click();
    await page.failure('popup_blocked');
  });

  test('retry() has the options as they were given, whatever became of them meanwhile', async () => {
    const code = browser.server.dialog();
    const page = await browser.open(
      {
        open: (h, { code }) => {
          class Labels {
            waiting = 'Please wait';
          }
          window.given = {
            partnerName: 'acme',
            serviceId: 'slack',
            serviceEnvironmentId: 'live',
            scopes: ['read'],
            labels: new Labels(),
            host: h.dialogOrigin,
            authorizationCode: () => code,
          };
          h.open(window.given);
        },
        spoil: () => {
          window.given.scopes.push('write');
          window.given.labels.waiting = 5;
          window.given.partnerName = 'another';
        },
        retry: (h) => h.follow(() => h.handle().retry(), 'second'),
      },
      { args: { code } },
    );
    await page.call('open');
    await page.failure('popup_blocked');
    await page.call('spoil');
    await page.click('retry');
    const popup = await (await page.popup()).ready();
    const url = await popup.run(() => location.href);
    assert.match(url, /\/create\/acme\?/);
    assert.deepEqual(new URL(url).searchParams.getAll('scopes[]'), ['read']);
    await popup.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result('second')).authId, 'auth-1');
  });

  test('a string code that was never navigated to can be used again by retry()', async () => {
    const code = browser.server.dialog((dialog) => dialog.finish('auth-1'));
    const page = await browser.open(
      {
        open: (h, args) => h.open(h.create({ authorizationCode: args.code })),
        retry: (h) => h.follow(() => h.handle().retry(), 'second'),
      },
      { args: { code } },
    );
    await page.call('open');
    await page.failure('popup_blocked');
    await page.click('retry');
    assert.equal((await page.result('second')).authId, 'auth-1');
  });

  test('in a sandboxed host popup_blocked says that the page around it may be the cause', async () => {
    const page = await browser.open({});
    await page.run(
      (url) => {
        const frame = document.createElement('iframe');
        frame.sandbox = 'allow-scripts allow-same-origin';
        frame.src = url;
        document.body.append(frame);
      },
      browser.server.visit({ handlers: { open: (h) => h.open(h.create({ authorizationCode: 'never-used' })) } }),
    );
    const inner = await browser.found({ frame: 0 });
    await inner.click();
    const error = await inner.failure('popup_blocked');
    assert.match(error.message, /frame|sandbox|top/i);
  });

  test('two dialogs in one click: the first goes on, whatever becomes of the second', async () => {
    const finishing = (id) => browser.server.dialog((dialog, { id }) => dialog.finish(id), { args: { id } });
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          h.open(h.create({ authorizationCode: codes[0] }), 'first');
          h.open(h.create({ authorizationCode: codes[1] }), 'second');
        },
      },
      { args: { codes: [finishing('auth-first'), finishing('auth-second')] } },
    );
    await page.click();
    // WebKit lets one gesture open two windows.
    if (engine === 'webkit') assert.equal((await page.result('second')).authId, 'auth-second');
    else await page.failure('popup_blocked', 'second');
    assert.equal((await page.result('first')).authId, 'auth-first');
  });
});

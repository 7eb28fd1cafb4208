// A popup that does not open: the page is told at once and in words, nothing is left behind, and a second click can help.
import assert from 'node:assert/strict';
import { wholeBrowserSuite } from './harness/suite.mjs';

wholeBrowserSuite('blocked popups', ({ test, browser, engine }) => {
  const ask = { open: (h, { code }) => h.open(h.create({ authorizationCode: () => code })) };

  test('a blocked popup ends as popup_blocked, and retry() from a second click succeeds', async () => {
    const page = await browser.prepared({ code: browser.finishing(), handlers: ask });
    await page.call('open'); // no gesture: the same handler, but the blocker stands in the way
    const error = await page.failure('popup_blocked');
    assert.match(error.message, /popup/i);
    const { opens, dialogs } = await page.report();
    assert.deepEqual(
      opens.map(({ blocked }) => blocked),
      [true],
    );
    assert.equal(dialogs.dialog.state, 'failed');
    assert.deepEqual(await page.eventTypes(), ['error']);
    assert.equal(dialogs.dialog.calls.filter(({ name }) => name === 'onError').length, 1);
    await page.click('retry');
    await page.finishes({ name: 'second' });
    assert.equal((await page.report()).opens[1].inClick, true);
  });

  test('window.open that returns an already closed window is popup_blocked', async () => {
    const page = await browser.opened({
      handlers: {
        open: (h) => {
          const { open } = window;
          window.open = (...args) => {
            const popup = open(...args);
            popup.close();
            return popup;
          };
          h.open(h.create({ authorizationCode: 'never-used' }));
        },
      },
    });
    await page.failure('popup_blocked');
  });

  test('retry() has the options as they were given, whatever became of them meanwhile', async () => {
    const page = await browser.prepared({
      handlers: {
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
      },
    });
    await page.call('open');
    await page.failure('popup_blocked');
    await page.call('spoil');
    await page.click('retry');
    const popup = await page.dialog();
    const url = await popup.run(() => location.href);
    assert.match(url, /\/create\/acme\?/);
    assert.deepEqual(new URL(url).searchParams.getAll('scopes[]'), ['read']);
    await page.finishes({ place: popup, name: 'second' });
  });

  test('a string code that was never navigated to can be used again by retry()', async () => {
    const page = await browser.prepared({ code: browser.finishing() });
    await page.call('open');
    await page.failure('popup_blocked');
    await page.click('retry');
    await page.finishes({ name: 'second' });
  });

  test('in a sandboxed host popup_blocked says that the page around it may be the cause', async () => {
    const inner = await browser.framed(
      { handlers: ask, args: { code: 'never-used' } },
      { sandbox: 'allow-scripts allow-same-origin' },
    );
    await inner.click();
    assert.match((await inner.failure('popup_blocked')).message, /frame|sandbox|top/i);
  });

  test('two dialogs in one click: the first goes on, whatever becomes of the second', async () => {
    const page = await browser.opened({
      args: { codes: [browser.finishing('auth-first'), browser.finishing('auth-second')] },
      handlers: {
        open: (h, { codes }) => {
          h.open(h.create({ authorizationCode: codes[0] }), 'first');
          h.open(h.create({ authorizationCode: codes[1] }), 'second');
        },
      },
    });
    // WebKit lets one gesture open two windows.
    if (engine === 'webkit') await page.finishes({ id: 'auth-second', name: 'second' });
    else await page.failure('popup_blocked', 'second');
    await page.finishes({ id: 'auth-first', name: 'first' });
  });
});

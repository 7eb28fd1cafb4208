// The iframe inside an Element of the page: wherever that is, whatever the page does with it.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('inline', ({ test, browser }) => {
  const handlers = {
    open: (h, { code, options }) => {
      window.place = document.createElement('section');
      window.place.className = "the page's own";
      window.place.append(document.createElement('p'));
      document.getElementById('main').append(window.place);
      h.open(h.create({ authorizationCode: code, display: window.place, ...options }));
    },
    close: (h) => h.handle().close(),
    remove: () => window.place.remove(),
    removeFrame: () => window.place.querySelector('iframe').remove(),
    empty: () => {
      window.place.textContent = '';
    },
    move: () => document.body.prepend(window.place),
  };
  const inPlace = () => window.place.querySelector('iframe');

  const opened = async ({ script, options, more } = {}) => {
    const page = await browser.open(
      { ...handlers, ...more },
      { args: { code: browser.server.dialog(script), options } },
    );
    await page.click();
    await page.event('navigate');
    return { page, frame: browser.frameOf(page, inPlace) };
  };

  const closedByApp = async (page) => {
    await page.failure('closed');
    const { dialog } = (await page.report()).dialogs;
    assert.deepEqual(
      dialog.events.filter(({ type }) => type === 'close'),
      [{ type: 'close', by: 'app' }],
    );
    await page.returnsToBaseline();
  };

  test('a finish gives the result, and the Element is what it was', async () => {
    const { page, frame } = await opened();
    await (await frame.ready()).click('#finish');
    assert.equal((await page.result()).authId, 'auth-1');
    assert.equal(await page.run(() => window.place.outerHTML), '<section class="the page\'s own"><p></p></section>');
    assert.equal((await page.report()).opens.length, 0, 'no window was opened');
    await page.returnsToBaseline();
  });

  test("until the code is there the frame shows that it waits, in the page's colours", async () => {
    const page = await browser.open({
      open: (h) => {
        window.place = document.createElement('section');
        window.place.style.color = 'rgb(1, 2, 3)';
        document.getElementById('main').append(window.place);
        const labels = { title: 'Connect Slack', waiting: 'Soon' };
        h.open(h.create({ authorizationCode: h.promise('code'), display: window.place, labels }));
      },
    });
    await page.click();
    const look = () => {
      const { body } = window.place.querySelector('iframe').contentDocument;
      const texts = [...(body.firstChild?.children ?? [])].map((child) => child.textContent);
      return texts.length > 0 && [...texts, getComputedStyle(body).color];
    };
    const shown = await until('the waiting page', () => page.run(look));
    assert.deepEqual(shown, ['', 'Connect Slack', 'Soon', 'rgb(1, 2, 3)']);
    await page.resolve('code', browser.server.dialog());
    await (await browser.frameOf(page, inPlace).ready()).click('#finish');
    assert.equal((await page.result()).authId, 'auth-1');
  });

  test('the dialog says close: closed, by the dialog', async () => {
    const { page, frame } = await opened();
    await (await frame.ready()).run(() => window.dialog.post({ type: 'tray.authpopup.close' }));
    await page.failure('closed');
    assert.equal((await page.event('close')).by, 'dialog');
    assert.equal(await page.run(() => window.place.childElementCount), 1);
  });

  test('close(): closed, by the app', async () => {
    const { page } = await opened();
    await page.call('close');
    await closedByApp(page);
    assert.equal(await page.run(() => window.place.childElementCount), 1);
  });

  test("closed, it is out of sight at once, whatever the page's CSS says of frames", async () => {
    const { page, frame } = await opened({ options: { closeGrace: 2000, frame: { className: 'auth' } } });
    await frame.ready();
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('iframe.auth { display: block !important; visibility: visible !important }');
      document.adoptedStyleSheets = [sheet];
    });
    await page.call('close');
    assert.equal(await page.run(() => window.place.querySelector('iframe').getClientRects().length), 0);
    await closedByApp(page);
  });

  for (const [what, handler] of [
    ['the Element', 'remove'],
    ['the iframe', 'removeFrame'],
    ['what is in the Element', 'empty'],
  ]) {
    test(`the page removes ${what}: closed, by the app, and all is released`, async () => {
      const { page, frame } = await opened();
      await frame.ready();
      await page.call(handler);
      await closedByApp(page);
    });
  }

  test('the page removes an Element beside a dialog that talks without a pause: closed all the same', async () => {
    const talks = browser.server.dialog((dialog) =>
      addEventListener('message', () => dialog.post({ type: 'tray.authpopup.talk' })),
    );
    const page = await browser.open(
      {
        ...handlers,
        openBeside: (h, { talks }) => {
          const place = document.getElementById('main').appendChild(document.createElement('section'));
          h.open(h.create({ authorizationCode: talks, display: place }), 'talker');
          // Asked from here: a frame that is not in view has timers that ring once a second.
          const { contentWindow } = place.querySelector('iframe');
          setInterval(() => contentWindow.postMessage('and now?', '*'), 20);
        },
        closeTalker: (h) => h.handle('talker').close(),
      },
      { args: { code: browser.server.dialog(), talks } },
    );
    await page.click();
    await page.event('navigate');
    await page.call('openBeside');
    await page.event('message', 'talker');
    await page.call('remove');
    await page.failure('closed');
    await page.call('closeTalker');
    await page.failure('closed', 'talker');
  });

  test('the page moves the Element, which gives the frame another window: closed, by the app', async () => {
    const { page, frame } = await opened();
    await frame.ready();
    await page.call('move');
    await closedByApp(page);
    assert.equal(await page.run(() => window.place.childElementCount), 1, 'no frame is left in it');
  });

  test('the same Element again: the first settles with superseded, and the second works', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) =>
          h.open(
            h.create({ authorizationCode: codes.shift(), display: document.getElementById('main') }),
            codes.length ? 'first' : 'second',
          ),
      },
      { args: { codes } },
    );
    await page.click();
    const find = () => document.querySelector('iframe');
    await browser.frameOf(page, find).ready();
    await page.run(() => {
      window.old = document.querySelector('iframe').contentWindow;
    });
    await page.click();
    await page.failure('superseded', 'first');
    assert.equal(await page.run(() => document.querySelectorAll('iframe').length), 1);
    assert.equal(
      await page.run(() => document.querySelector('iframe').contentWindow !== window.old),
      true,
      'in an iframe of its own',
    );
    const frame = await browser.frameOf(page, find).ready();
    await frame.run(() => window.dialog.finish('auth-2'));
    assert.equal((await page.result('second')).authId, 'auth-2');
    assert.deepEqual(await page.eventTypes('first'), ['open', 'navigate']);
  });

  test('two Elements at once: each gets only its own', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          for (const [index, name] of ['first', 'second'].entries()) {
            const place = document.createElement('div');
            place.id = name;
            document.body.append(place);
            h.open(h.create({ authorizationCode: codes[index], display: place }), name);
          }
        },
      },
      { args: { codes } },
    );
    await page.click();
    await browser.frameOf(page, () => document.querySelector('#first iframe')).ready();
    const second = await browser.frameOf(page, () => document.querySelector('#second iframe')).ready();
    await second.run(() => window.dialog.finish('auth-2'));
    assert.equal((await page.result('second')).authId, 'auth-2');
    assert.equal((await page.report()).dialogs.first.state, 'open');
    const first = browser.frameOf(page, () => document.querySelector('#first iframe'));
    await first.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result('first')).authId, 'auth-1');
  });

  const places = {
    'an open shadow root': () => {
      const host = document.createElement('div');
      document.body.append(host);
      return host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    },
    'a closed shadow root in a shadow root': () => {
      const host = document.createElement('div');
      document.body.append(host);
      const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      return inner.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    },
    "the page's own <dialog>": () => {
      const dialog = document.createElement('dialog');
      document.body.append(dialog);
      dialog.showModal();
      return dialog.appendChild(document.createElement('div'));
    },
    'an Element that is not displayed, and is shown later': () => {
      const place = document.createElement('div');
      place.style.display = 'none';
      setTimeout(() => {
        place.style.display = 'block';
      }, 200);
      document.body.append(place);
      return place;
    },
  };
  for (const [what, make] of Object.entries(places)) {
    test(`in ${what}: works`, async () => {
      const page = await browser.open(
        {
          make,
          open: (h, { code }) => {
            window.place = h.call('make');
            h.open(h.create({ authorizationCode: code, display: window.place }));
          },
        },
        { args: { code: browser.server.dialog() } },
      );
      await page.click();
      const frame = await browser.frameOf(page, inPlace).ready();
      await frame.run(() => window.dialog.finish('auth-1'));
      assert.equal((await page.result()).authId, 'auth-1');
      assert.equal(await page.run(() => window.place.childElementCount), 0);
    });
  }

  test("removed together with the shadow root's host, where no observer of the page sees it: closed, by the app", async () => {
    const page = await browser.open(
      {
        open: (h, { code }) => {
          window.outer = document.createElement('div');
          document.body.append(window.outer);
          const place = window.outer.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
          h.open(h.create({ authorizationCode: code, display: place }));
        },
      },
      { args: { code: browser.server.dialog() } },
    );
    await page.click();
    await page.event('navigate');
    await page.run(() => window.outer.remove());
    await closedByApp(page);
  });

  test('another dialog that talks all the time does not keep a removed one from being noticed', async () => {
    const codes = [
      browser.server.dialog((dialog) => setInterval(() => dialog.post({ type: 'tray.authpopup.working' }), 50)),
      browser.server.dialog(),
    ];
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          for (const [index, name] of ['talkative', 'silent'].entries()) {
            window[name] = document.createElement('div');
            document.body.append(window[name]);
            h.open(h.create({ authorizationCode: codes[index], display: window[name] }), name);
          }
        },
      },
      { args: { codes } },
    );
    await page.click();
    await page.event('message', 'talkative');
    await page.run(() => window.silent.remove());
    await page.failure('closed', 'silent');
    assert.equal((await page.report()).dialogs.talkative.state, 'open');
  });
});

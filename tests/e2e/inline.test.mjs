// The iframe inside an Element of the page: wherever that is, and whatever the page does to it.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('inline', ({ test, browser }) => {
  const section = () => {
    const place = document.createElement('section');
    place.className = "the page's own";
    place.style.color = 'rgb(1, 2, 3)';
    place.append(document.createElement('p'));
    document.getElementById('main').append(place);
    return place;
  };
  /** A page with a dialog in what the handler `make` has made and put into it. */
  const opened = ({ make = section, ...how } = {}) => {
    const open = (h, { code, options }) => {
      window.place = h.call('make');
      h.open(h.create({ authorizationCode: code ?? h.promise('code'), display: window.place, ...options }));
    };
    return browser.opened({ display: 'inline', handlers: { make, open }, ...how });
  };
  const navigated = async (how) => {
    const page = await opened(how);
    await page.event('navigate');
    return page;
  };
  const children = (page) => page.run(() => window.place.childElementCount);
  const closedByApp = async (page) => {
    await page.closedBy('app');
    await page.returnsToBaseline();
  };

  test('a finish gives the result, and the Element is as before', async () => {
    const page = await opened();
    await (await page.dialog()).click('#finish');
    await page.finishes();
    const html = await page.run(() => window.place.outerHTML);
    assert.equal(html, '<section class="the page\'s own" style="color: rgb(1, 2, 3);"><p></p></section>');
    assert.equal((await page.report()).opens.length, 0, 'no window was opened');
    await page.returnsToBaseline();
  });

  test("until the code arrives the frame shows the waiting text, in the page's colours", async () => {
    const page = await opened({ code: null, options: { labels: { title: 'Connect Slack', waiting: 'Soon' } } });
    const look = () => {
      const { body } = window.place.querySelector('iframe').contentDocument;
      const texts = [...(body.firstChild?.children ?? [])].map((child) => child.textContent);
      return texts.length > 0 && [...texts, getComputedStyle(body).color];
    };
    const shown = await until('the waiting page', () => page.run(look));
    assert.deepEqual(shown, ['', 'Connect Slack', 'Soon', 'rgb(1, 2, 3)']);
    await page.resolve('code', browser.server.dialog());
    await page.finishes({ place: await page.dialog() });
  });

  test('the dialog says close: closed, by the dialog', async () => {
    const page = await opened({ code: browser.saying({ type: 'tray.authpopup.close' }) });
    await page.closedBy('dialog');
    assert.equal(await children(page), 1);
  });

  test('close(): closed, by the app', async () => {
    const page = await navigated();
    await page.call('close');
    await closedByApp(page);
    assert.equal(await children(page), 1);
  });

  test("a closed dialog is out of sight at once, whatever the page's CSS says about frames", async () => {
    const page = await opened({ options: { closeGrace: 2000, frame: { className: 'auth' } } });
    await page.dialog();
    await page.style('iframe.auth { display: block !important; visibility: visible !important }');
    await page.call('close');
    assert.equal(await page.run(() => window.place.querySelector('iframe').getClientRects().length), 0);
    await closedByApp(page);
  });

  for (const [what, act, left] of [
    ['removes the Element', () => window.place.remove()],
    ['removes the iframe', () => window.place.querySelector('iframe').remove(), 1],
    ['empties the Element', () => (window.place.textContent = ''), 0],
    ['moves the Element, which gives the frame another window', () => document.body.prepend(window.place), 1],
  ]) {
    test(`the page ${what}: closed, by the app, and all is released`, async () => {
      const page = await opened();
      await page.dialog();
      await page.run(act);
      await closedByApp(page);
      if (left !== undefined) assert.equal(await children(page), left, 'no frame is left in it');
    });
  }

  test('the same Element again: the first settles with superseded, and the second works', async () => {
    const page = await browser.opened({ display: 'inline', args: { second: browser.server.dialog() } });
    await page.dialog();
    await page.run(() => {
      window.old = document.querySelector('iframe').contentWindow;
    });
    await page.click('again');
    await page.failure('superseded');
    const isOld = () =>
      [...document.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow === window.old);
    assert.deepEqual(await page.run(isOld), [false], 'in an iframe of its own');
    await page.finishes({ place: await page.dialog(), id: 'auth-2', name: 'second' });
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate']);
  });

  test('the same Element again, while the page aborts the second as the first goes: aborted', async () => {
    const again = (h, { second, display }) => {
      const controller = new AbortController();
      const { remove } = Element.prototype;
      Element.prototype.remove = function () {
        Element.prototype.remove = remove;
        controller.abort();
        return this.remove();
      };
      h.open(h.create({ authorizationCode: second, display, signal: controller.signal }), 'second');
    };
    const args = { second: browser.server.dialog() };
    const page = await browser.opened({ display: 'inline', args, handlers: { again } });
    await page.dialog();
    await page.click('again');
    await page.failure('superseded');
    await page.failure('aborted', 'second');
    assert.equal(await page.run(() => document.querySelectorAll('iframe').length), 0);
  });

  for (const [what, script] of Object.entries({
    'all the time': (dialog) => setInterval(() => dialog.post({ type: 'tray.authpopup.working' }), 50),
    // The page asks for it: the timers of a frame out of view run once a second.
    'without a pause': (dialog) => addEventListener('message', () => dialog.post({ type: 'tray.authpopup.talk' })),
  }))
    test(`an Element removed beside a dialog that posts ${what}: closed all the same`, async () => {
      const open = (h, { codes }) => {
        for (const id of ['first', 'second'])
          h.open(h.create({ authorizationCode: codes.shift(), display: h.place({ id }) }), id);
      };
      const codes = [browser.server.dialog(script), browser.server.dialog()];
      const page = await browser.opened({ codes, handlers: { open } });
      await page.event('navigate', 'second');
      await page.run(() => {
        const { contentWindow } = document.querySelector('#first iframe');
        setInterval(() => contentWindow.postMessage('and now?', '*'), 20);
      });
      await page.event('message', 'first');
      await page.run(() => document.getElementById('second').remove());
      await page.failure('closed', 'second');
      assert.equal((await page.report()).dialogs.first.state, 'open');
    });

  for (const [what, make] of Object.entries({
    'an open shadow root': (h) => h.place().attachShadow({ mode: 'open' }).appendChild(document.createElement('div')),
    'a closed shadow root in a shadow root': (h) => {
      const inner = h.place().attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      return inner.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    },
    "the page's own <dialog>": () => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.showModal();
      return dialog.appendChild(document.createElement('div'));
    },
    'an Element that is not displayed, and is shown later': (h) => {
      const place = h.place({ hidden: true });
      setTimeout(() => (place.hidden = false), 200);
      return place;
    },
  })) {
    test(`in ${what}: works`, async () => {
      const page = await opened({ make });
      const frame = await browser.frameOf(page, () => window.place.querySelector('iframe')).ready();
      await page.finishes({ place: frame });
      assert.equal(await children(page), 0);
    });
  }

  test("removed together with the shadow root's host, where no observer of the page sees it: closed, by the app", async () => {
    const make = (h) => {
      window.outer = h.place();
      return window.outer.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    };
    const page = await navigated({ make });
    await page.run(() => window.outer.remove());
    await closedByApp(page);
  });
});

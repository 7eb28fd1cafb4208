// Pages that listen to all that happens while capturing: with dialogs, menus and focus traps of their own, open below the
// modal. What a person does in the modal is the modal's, and nothing of theirs.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { doubleClick } from './harness/mouse.mjs';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

/** Every kind of event by which a person acts, or by which the focus moves. */
const KINDS = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu', 'wheel'],
  ...['touchstart', 'touchend', 'keydown', 'keypress', 'keyup', 'focusin', 'focusout', 'focus', 'blur'],
];

suite("a page's own dialogs", ({ test, browser, engine }) => {
  const handlers = {
    /** Overridden by tests: what the page does before the modal is opened. */
    prepare: () => {},
    open: (h, { code, options, kinds }) => {
      // From now on: the click on this button is the page's.
      window.told = [];
      for (const kind of kinds) {
        const hear = (event) => {
          // The focus that comes back is the page's again. (Firefox tells the document itself when a frame has it.)
          const { target } = event;
          if (target === document || (target === document.getElementById('open') && /^focus(in)?$/.test(kind))) return;
          window.told.push(kind);
          event.preventDefault();
          event.stopImmediatePropagation();
        };
        document.addEventListener(kind, hear, { capture: true, passive: false });
      }
      h.call('prepare');
      h.open(h.create({ authorizationCode: () => code, display: 'modal', ...options }));
    },
  };

  const opened = async ({ kinds = [], options, ...more } = {}) => {
    const all = { ...handlers, ...more };
    const page = await browser.prepared({ display: 'modal', handlers: all, options, args: { kinds } });
    await page.run(() => document.getElementById('open').focus());
    await page.click();
    const modal = await page.modal();
    await page.event('navigate');
    return { page, modal };
  };

  const isOpen = async (page) => assert.equal((await page.report()).dialogs.dialog.state, 'open');
  const closedByUser = (page) => page.closedBy('user');
  const escCloses = async ({ page, modal }) => {
    await modal.press(Key.ESCAPE);
    await closedByUser(page);
  };
  const told = (page) => page.run(() => window.told);

  const ways = {
    Esc: (modal) => modal.press(Key.ESCAPE),
    'the close button': (modal) => modal.click('close'),
    'Enter on the close button': (modal) => modal.press(Key.ENTER),
    'a click beside it': (modal) => modal.clickBeside(),
    'Esc after a click on the title': async (modal) => {
      await modal.click('title');
      await modal.press(Key.ESCAPE);
    },
    // The key goes down in the modal, and up in the frame, where nobody hears it.
    'the close button, after Tab has led into the frame': async (modal) => {
      await modal.press(Key.TAB);
      assert.equal(await modal.focused(), 'frame');
      await modal.click('close');
    },
    'Esc after the focus was in the frame': async (modal) => {
      await modal.page.dialog();
      await modal.clickInFrame();
      await modal.click('title');
      await modal.press(Key.ESCAPE);
    },
  };
  for (const [what, leave] of Object.entries(ways))
    test(`${what} closes the modal of a page that prevents and stops every event at the document: nothing is told`, async () => {
      const { page, modal } = await opened({ kinds: KINDS });
      await leave(modal);
      await closedByUser(page);
      assert.deepEqual(await told(page), []);
    });

  test('nothing else that is done in the modal is told either, and the browser does what it does by itself', async () => {
    const { page, modal } = await opened({ kinds: KINDS });
    await doubleClick(browser.session, await modal.part('title'));
    // WebKit does not tell a page of a selection in a shadow root.
    if (engine !== 'webkit')
      assert.notEqual(await page.run(() => String(getSelection())), '', 'a double click selects');
    assert.equal(await modal.focused(), 'dialog', 'the focus stays in it');
    await modal.press(Key.TAB);
    assert.equal(await modal.focused(), 'close', 'Tab goes on from there');
    await modal.press('c');
    await isOpen(page);
    await escCloses({ page, modal });
    assert.deepEqual(await told(page), []);
  });

  test('with nothing in focus a key is still for the modal, and Esc closes it', async () => {
    const { page, modal } = await opened({ kinds: KINDS.filter((kind) => kind.startsWith('key')) });
    const blur = () => page.run((dialog) => dialog.getRootNode().activeElement.blur(), modal.dialog);
    await blur();
    assert.equal(await modal.focused(), 'body');
    await modal.press('c', Key.TAB);
    assert.equal(await modal.focused(), 'close');
    await blur();
    await escCloses({ page, modal });
    assert.deepEqual(await told(page), []);
  });

  test('a page that closes its own for Esc, in capture, and prevents the default: only the modal is closed', async () => {
    const { page, modal } = await opened({
      prepare: () => {
        window.closings = 0;
        const closeOwn = (event) => {
          if (event.key !== 'Escape') return;
          window.closings++;
          event.preventDefault();
        };
        for (const type of ['keydown', 'keyup']) document.addEventListener(type, closeOwn, true);
      },
    });
    await browser.driver.actions().keyDown(Key.ESCAPE).keyDown(Key.ESCAPE).keyUp(Key.ESCAPE).perform();
    await closedByUser(page);
    assert.equal(await page.run(() => window.closings), 0);
    await modal.press(Key.ESCAPE);
    assert.ok((await page.run(() => window.closings)) > 0, "the next is the page's");
  });

  test('an older listener at the window that stops and prevents each keydown: Esc closes when it goes up', async () => {
    const { page, modal } = await opened({
      prepare: () => {
        const refuse = (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
        };
        window.addEventListener('keydown', refuse, true);
      },
    });
    await escCloses({ page, modal });
  });

  for (const [what, init] of Object.entries({
    'that is composing': { isComposing: true },
    'with the code of an input method': { keyCode: 229 },
  }))
    test(`Esc ${what} does not close, the next one does`, async () => {
      const { page, modal } = await opened();
      await page.run((init) => {
        const { activeElement } = document.activeElement.shadowRoot;
        const press = (type, more) => {
          const event = { key: 'Escape', bubbles: true, composed: true, cancelable: true, ...more };
          activeElement.dispatchEvent(new KeyboardEvent(type, event));
        };
        press('keydown', init);
        press('keyup');
      }, init);
      await isOpen(page);
      await escCloses({ page, modal });
    });

  test('Esc in what is above the page, such as its find bar: its end does not close', async () => {
    const { page, modal } = await opened();
    await page.run(() => {
      const { activeElement } = document.activeElement.shadowRoot;
      window.dispatchEvent(new FocusEvent('focus'));
      activeElement.dispatchEvent(new KeyboardEvent('keyup', { key: 'Escape', bubbles: true, composed: true }));
    });
    await isOpen(page);
    await escCloses({ page, modal });
  });

  const ownDialog = () => {
    window.own = document.createElement('dialog');
    window.own.append(document.createElement('input'));
    window.events = [];
    for (const type of ['cancel', 'close']) window.own.addEventListener(type, () => window.events.push(type));
    document.body.append(window.own);
    window.own.showModal();
  };
  const escClosesOwn = async ({ page, modal }) => {
    await modal.press(Key.ESCAPE);
    await until("the page's own to close", () => page.run(() => !window.own.open));
  };

  test("the page's own <dialog> below it: Esc closes the modal alone, the next Esc that one", async () => {
    const { page, modal } = await opened({ prepare: ownDialog });
    await escCloses({ page, modal });
    assert.deepEqual(await page.run(() => [window.own.open, window.events]), [true, []]);
    assert.equal(await modal.focused(), 'input', 'with the focus back in it');
    await escClosesOwn({ page, modal });
  });

  test("the page's own <dialog> above it, with nothing in focus: Esc closes that one alone", async () => {
    const { page, modal } = await opened();
    await page.run(ownDialog);
    await page.run(() => document.activeElement.blur());
    await escClosesOwn({ page, modal });
    await isOpen(page);
    await escCloses({ page, modal });
  });

  test('a focus trap that takes the focus back, whenever it is elsewhere: it stays in the modal', async () => {
    const { page, modal } = await opened({
      prepare: () => {
        window.pulled = 0;
        const trap = document.getElementById('open');
        const contain = (event) => {
          const to = event.type === 'focusout' ? event.relatedTarget : event.target;
          if (!to || trap.contains(to)) return;
          window.pulled++;
          trap.focus();
        };
        for (const type of ['focusin', 'focusout']) {
          document.addEventListener(type, contain, true);
          trap.addEventListener(type, contain);
        }
        window.pulling = setInterval(() => trap.focus(), 20);
        const wrap = (event) => {
          if (event.key !== 'Tab') return;
          event.preventDefault();
          trap.focus();
        };
        document.addEventListener('keydown', wrap, true);
      },
    });
    assert.equal(await modal.focused(), 'close');
    await modal.press(Key.TAB);
    assert.equal(await modal.focused(), 'frame');
    await browser.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    assert.equal(await page.run(() => window.pulled), 0);
    await page.run(() => clearInterval(window.pulling));
    await modal.click('close');
    await closedByUser(page);
    await until('the focus on the button', async () => (await modal.focused()) === 'open');
  });

  /** Runs in the page: makes everything in the body inert and hidden, and whatever comes later. */
  const hideOthers = () => {
    const hideAll = () => {
      for (const element of document.body.children) element.inert = element.ariaHidden = true;
    };
    document.body.style.pointerEvents = 'none';
    hideAll();
    window.hider = new MutationObserver(hideAll);
    window.hider.observe(document.body, { childList: true });
  };

  test('a page that makes all that is not its own dialog inert and aria-hidden: the modal is neither', async () => {
    const { page, modal } = await opened({ prepare: hideOthers });
    const attributes = () => page.run((dialog) => dialog.getRootNode().host.getAttributeNames(), modal.dialog);
    const isNotHidden = () => until('the modal not to be hidden', async () => !/inert|hidden/.test(await attributes()));
    await isNotHidden();
    await page.run(() => {
      for (const element of document.body.children) element.inert = true;
    });
    await isNotHidden();
    assert.equal(await modal.focused(), 'close');
    await (await page.dialog()).click('#finish');
    await page.finishes();
    await page.run(() => window.hider.disconnect());
  });

  test('one that does so again each time, and its whole body: it comes to an end, and the modal works', async () => {
    const { page, modal } = await opened({
      prepare: () => {
        document.body.inert = true;
        window.times = 0;
        const hider = new MutationObserver(() => {
          // Otherwise a page that stands still would not say so.
          if (++window.times > 10_000) hider.disconnect();
          for (const element of document.body.children)
            if (!element.inert || !element.ariaHidden) element.inert = element.ariaHidden = true;
        });
        hider.observe(document.body, { childList: true, subtree: true, attributes: true });
      },
    });
    assert.ok((await page.run(() => window.times)) < 1_000);
    await modal.click('close');
    await closedByUser(page);
  });

  test('a press that began in the page ends there: the page hears the end of what opened the modal', async () => {
    const page = await browser.prepared({
      handlers: {
        open: (h, { code }) => {
          window.ends = [];
          for (const type of ['pointerup', 'mouseup', 'keyup'])
            document.addEventListener(type, () => window.ends.push(type), true);
          const open = () => h.open(h.create({ authorizationCode: code, display: 'modal' }));
          document.getElementById('open').addEventListener('pointerdown', open, { once: true });
        },
      },
    });
    await page.call('open');
    const origin = await browser.driver.findElement({ id: 'open' });
    await browser.driver.actions().move({ origin }).press().perform();
    const modal = await page.modal();
    await browser.driver.actions().release().perform();
    await until('the end', async () => (await page.run(() => window.ends)).includes('mouseup'));
    await page.run(() => window.ends.splice(0));
    await page.event('navigate');
    await doubleClick(browser.session, await modal.part('title'));
    await modal.press('c', Key.ESCAPE);
    await closedByUser(page);
    assert.deepEqual(await page.run(() => window.ends), [], 'of what began in the modal it hears nothing');
  });

  test("a page's listeners that keep fingers from scrolling and zooming do not reach in", async () => {
    const { page, modal } = await opened({ kinds: ['touchstart', 'touchmove', 'touchend', 'wheel'] });
    const { x, y } = await modal.rectangle(await modal.part('title'));
    const touch = (type, ...touchPoints) => browser.session.devtools('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x: x + 5, y: y + 5 });
    await touch('touchMove', { x: x + 5, y: y + 25 });
    await touch('touchEnd');
    await browser.driver
      .actions()
      .scroll(Math.round(x) + 5, Math.round(y) + 5, 0, 50)
      .perform();
    assert.deepEqual(await told(page), []);
    await modal.click('close');
    await closedByUser(page);
  });
});

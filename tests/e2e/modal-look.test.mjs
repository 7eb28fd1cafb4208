// The modal in every size, scheme and direction: it fits, can be read and pressed, and axe finds nothing to complain of.
//
// E2E_SCREENSHOTS=folder keeps a picture of each case, to be looked at.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './harness/accessibility.mjs';
import { suite } from './harness/suite.mjs';

const handlers = {
  // By a function, so that it can be opened again.
  open: (h, { code, options }) => {
    const authorizationCode = () => code ?? h.promise('code');
    h.open(h.create({ authorizationCode, display: 'modal', ...options }));
  },
  block: () => {
    window.open = () => null;
  },
};
const offers = { options: { frame: { stallAfter: 200 } } };

/** Name, size in CSS pixels, and how many device pixels one has; zoom is a smaller size with more of them. */
const sizes = [
  ['phone', 320, 568, 2],
  ['phone on its side', 568, 320, 2],
  ['tablet', 768, 1024, 1],
  ['desktop', 1280, 800, 1],
  ['desktop at 200 % zoom', 640, 400, 2],
  ['large screen', 2560, 1440, 1],
];

const schemes = [
  ['light', { 'prefers-color-scheme': 'light' }],
  ['dark', { 'prefers-color-scheme': 'dark' }],
  ['forced colours', { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }],
];

const opened = async (browser, { direction = 'ltr', ...how } = {}) => {
  const page = await browser.prepared({ display: 'modal', handlers, ...how });
  await page.run((dir) => Object.assign(document.documentElement, { dir }), direction);
  await page.click();
  const modal = await page.modal();
  // It is measured where it comes to rest.
  await page.run((dialog) => Promise.all(dialog.getAnimations().map(({ finished }) => finished)), modal.dialog);
  return { page, modal };
};

const noViolations = async (browser) => assert.deepEqual(await violations(browser.driver), []);

const keepPicture = async (browser, name) => {
  const folder = process.env.E2E_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`);
  writeFileSync(file, await browser.driver.takeScreenshot(), 'base64');
};

/** It lies within the window, its close button can be pressed with a thumb, and nothing scrolls sideways. */
const checkLayout = async (modal) => {
  const { width, height } = await modal.page.run(() => ({ width: innerWidth, height: innerHeight }));
  const box = await modal.rectangle();
  assert.ok(
    box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height,
    JSON.stringify({ box, width, height }),
  );
  const close = await modal.rectangle(await modal.part('close'));
  assert.ok(close.width >= 44 && close.height >= 44, JSON.stringify(close));
  assert.ok(close.left >= box.left && close.right <= box.right && close.top >= box.top, JSON.stringify({ close, box }));
  const frame = await modal.rectangle(await modal.part('frame'));
  assert.ok(frame.width >= Math.min(280, width) && frame.height >= height * 0.3, JSON.stringify(frame));
  const fits = await modal.page.run(
    (dialog) => [dialog.scrollWidth <= dialog.clientWidth, document.documentElement.scrollWidth <= innerWidth],
    modal.dialog,
  );
  assert.deepEqual(fits, [true, true]);
};

/** What waits for the code fits, and axe finds nothing; the same when it offers help, and when its way out is blocked. */
const checkLoading = async (browser) => {
  const { modal } = await opened(browser, { code: null });
  await modal.part('loading');
  await checkLayout(modal);
  await noViolations(browser);
};
const checkBlocked = async (browser) => {
  const { page, modal } = await opened(browser, offers);
  await modal.part('popout');
  await noViolations(browser);
  await page.call('block');
  await modal.click('popout');
  await modal.part('problem');
  await checkLayout(modal);
  await noViolations(browser);
};

suite("the modal's look", ({ test, browser }) => {
  test('while it waits: it fits, and axe finds nothing', () => checkLoading(browser));

  test('when it offers help, and when its way out is blocked: it fits, and axe finds nothing', () =>
    checkBlocked(browser));

  test("the page's own styles do not reach in, however loud they are", async () => {
    const { page, modal } = await opened(browser);
    const look = () =>
      page.run((dialog) => {
        const { width, height } = dialog.getBoundingClientRect();
        const names = ['color', 'fontSize', 'margin', 'padding', 'border'];
        // These are inherited, and nothing in the modal says what they are.
        names.push('pointerEvents', 'textTransform', 'letterSpacing', 'textIndent', 'visibility', 'cursor');
        const all = ['h2', 'button', 'iframe'].map((selector) => getComputedStyle(dialog.querySelector(selector)));
        return [width, height, ...[getComputedStyle(dialog), ...all].map((style) => names.map((name) => style[name]))];
      }, modal.dialog);
    const before = await look();
    await page.style(
      'body * { pointer-events: none; text-transform: uppercase; letter-spacing: 9px; text-indent: 9em; visibility: hidden; cursor: wait } * { color: red !important; font-size: 40px !important; padding: 30px !important } dialog, div { width: 90px !important; direction: rtl } iframe { border: 9px solid !important }',
    );
    assert.deepEqual(await look(), before);
  });

  test("its custom properties and parts are for the page's own style sheet", async () => {
    const { page, modal } = await opened(browser, { options: { frame: { className: 'acme' } } });
    await page.style(
      '.acme { --tray-auth-dialog-width: 400px; --tray-auth-dialog-radius: 3px } .acme::part(title) { color: rgb(1, 2, 3) }',
    );
    const look = (dialog) => [
      Math.round(dialog.getBoundingClientRect().width),
      getComputedStyle(dialog).borderRadius,
      getComputedStyle(dialog.querySelector('h2')).color,
    ];
    assert.deepEqual(await page.run(look, modal.dialog), [400, '3px', 'rgb(1, 2, 3)']);
  });
});

suite("the modal's look, in emulated sizes and schemes", ({ test, browser }) => {
  /** Runs `body` with what shows the page as it would look in that size and scheme, for people who want less motion. */
  const emulating = async ([, width, height, deviceScaleFactor], features, body) => {
    const { devtools } = browser.session;
    const media = Object.entries({ 'prefers-reduced-motion': 'reduce', ...features });
    try {
      await devtools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
      await devtools('Emulation.setEmulatedMedia', { features: media.map(([name, value]) => ({ name, value })) });
      return await body();
    } finally {
      await devtools('Emulation.clearDeviceMetricsOverride');
      await devtools('Emulation.setEmulatedMedia', { features: [] });
    }
  };
  const [phone, , , desktop] = sizes;
  const light = schemes[0][1];
  const shown = (popup) => popup.until('the waiting page', () => document.querySelector('[role=status]'));

  for (const [scheme, features] of schemes) {
    test(`in every size, ${scheme}: it fits, and axe finds nothing`, async () => {
      const { page, modal } = await opened(browser, offers);
      await modal.part('popout');
      await page.dialog();
      for (const size of sizes)
        await emulating(size, features, async () => {
          await checkLayout(modal);
          await keepPicture(browser, `${size[0]} ${scheme}`);
          if (size === phone || size === desktop) await noViolations(browser);
        });
    });

    test(`while it waits and while it loads, ${scheme}: axe finds nothing`, () =>
      emulating(desktop, features, async () => {
        await checkLoading(browser);
        await keepPicture(browser, `loading ${scheme}`);
      }));

    test(`when its way out is blocked, and when there is none, ${scheme}: axe finds nothing`, () =>
      emulating(phone, features, async () => {
        await checkBlocked(browser);
        await keepPicture(browser, `blocked ${scheme}`);
      }));

    test(`the waiting popup, ${scheme}: axe finds nothing`, async () => {
      const popup = await (await browser.opened({ code: null })).popup();
      await shown(popup);
      await popup.inside(() =>
        emulating(phone, features, async () => {
          await noViolations(browser);
          await keepPicture(browser, `waiting ${scheme}`);
        }),
      );
    });
  }

  test('right-to-left: the close button is at the left, and it fits', () =>
    emulating(phone, light, async () => {
      const labels = { title: 'ربط حسابك', close: 'إغلاق', loading: 'جار التحميل…', trouble: 'مشكلة؟ افتح في نافذة' };
      const { modal } = await opened(browser, { direction: 'rtl', options: { labels, ...offers.options } });
      await modal.part('popout');
      await checkLayout(modal);
      const close = await modal.rectangle(await modal.part('close'));
      const title = await modal.rectangle(await modal.part('title'));
      assert.ok(close.right <= title.left + 1, JSON.stringify({ close, title }));
      await noViolations(browser);
      await keepPicture(browser, 'right to left');
    }));

  test('a long title in a narrow window wraps, and leaves the close button where it is', () =>
    emulating(phone, light, async () => {
      const title = 'Verbinden Sie Ihr Benutzerkonto mit Datenverarbeitungsunterstützungsdienstleistungen, bitte';
      const { modal } = await opened(browser, { options: { labels: { title } } });
      await checkLayout(modal);
      await keepPicture(browser, 'long title');
    }));

  test('what waits, with long texts from right to left in a window of 320 px: all of it can be read', async () => {
    const word = 'Datenverarbeitungsunterstützungsdienstleistungen';
    const labels = { title: word, waiting: `${word} ${word}` };
    const popup = await (await browser.opened({ code: null, direction: 'rtl', options: { labels } })).popup();
    await shown(popup);
    await popup.inside((driver) =>
      emulating(phone, light, async () => {
        const look = () => ({ wide: document.documentElement.scrollWidth, room: innerWidth });
        const { wide, room } = await driver.executeScript(look);
        await keepPicture(browser, 'waiting with long texts');
        assert.ok(room === 320 && wide <= room, `${wide} of ${room}`);
      }),
    );
  });

  for (const [motion, moves] of [
    ['reduce', false],
    ['no-preference', true],
  ])
    test(`for a person whose preference in motion is ${motion}: the modal and what shows that it waits ${moves ? 'move' : 'stand still'}`, () =>
      emulating(desktop, { 'prefers-reduced-motion': motion }, async () => {
        const { page, modal } = await opened(browser);
        const name = await page.run((dialog) => getComputedStyle(dialog).animationName, modal.dialog);
        assert.equal(name !== 'none', moves, 'the modal');
        const waiting = await browser.opened({ code: null });
        const popup = await waiting.popup();
        await shown(popup);
        assert.equal(await popup.run(() => document.getAnimations().length), Number(moves), 'what waits');
      }));
});

// The modal in every size, scheme and direction: it fits, can be read and pressed, and axe finds nothing to complain of.
//
// E2E_SCREENSHOTS=folder keeps a picture of each case, to be looked at.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './harness/accessibility.mjs';
import { findModalFrame, Modal } from './harness/modal.mjs';
import { suite } from './harness/suite.mjs';

const handlers = {
  open: (h, { codes, options, direction }) => {
    document.documentElement.dir = direction ?? 'ltr';
    h.open(h.create({ authorizationCode: () => codes.shift() ?? h.promise('code'), display: 'modal', ...options }));
  },
  block: () => {
    window.open = () => null;
  },
  close: (h) => h.handle().close(),
};

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

const opened = async (browser, { codes = [browser.server.dialog()], options, direction } = {}) => {
  const page = await browser.open(handlers, { args: { codes, options, direction } });
  await page.click();
  const modal = await new Modal(page).shown();
  // It is measured where it comes to rest.
  await page.run((dialog) => Promise.all(dialog.getAnimations().map(({ finished }) => finished)), modal.dialog);
  return { page, modal };
};

const noViolations = async (browser) => assert.deepEqual(await violations(browser.driver), []);

const keepPicture = async (browser, name) => {
  const folder = process.env.E2E_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`),
    await browser.driver.takeScreenshot(),
    'base64',
  );
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

suite("the modal's look", ({ test, browser }) => {
  test('while it waits: it fits, and axe finds nothing', async () => {
    const { page, modal } = await opened(browser, { codes: [] });
    await modal.part('loading');
    await checkLayout(modal);
    await noViolations(browser);
    await modal.click('close');
    await page.failure('closed');
  });

  test('when it offers help, and when its way out is blocked: it fits, and axe finds nothing', async () => {
    const { page, modal } = await opened(browser, { options: { frame: { stallAfter: 200 } } });
    await modal.part('popout');
    await noViolations(browser);
    await page.call('block');
    await modal.click('popout');
    await modal.part('problem');
    await checkLayout(modal);
    await noViolations(browser);
    await modal.click('close');
    await page.failure('closed');
  });

  test("the page's own styles do not reach in, however loud they are", async () => {
    const { page, modal } = await opened(browser);
    const look = () =>
      page.run((dialog) => {
        const of = (selector) => getComputedStyle(dialog.querySelector(selector));
        const { width, height } = dialog.getBoundingClientRect();
        return [
          width,
          height,
          getComputedStyle(dialog).color,
          of('h2').fontSize,
          of('h2').margin,
          of('button').padding,
          of('iframe').border,
          // These are inherited, and nothing in the modal says what they are.
          ...['h2', 'button', 'iframe'].map((selector) => {
            const { pointerEvents, textTransform, letterSpacing, textIndent, visibility, cursor } = of(selector);
            return [pointerEvents, textTransform, letterSpacing, textIndent, visibility, cursor];
          }),
        ];
      }, modal.dialog);
    const before = await look();
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'body * { pointer-events: none; text-transform: uppercase; letter-spacing: 9px; text-indent: 9em; visibility: hidden; cursor: wait } * { color: red !important; font-size: 40px !important; padding: 30px !important } dialog, div { width: 90px !important; direction: rtl } iframe { border: 9px solid !important }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    assert.deepEqual(await look(), before);
    await page.call('close');
    await page.failure('closed');
  });

  test("its custom properties and parts are for the page's own style sheet", async () => {
    const { page, modal } = await opened(browser, { options: { frame: { className: 'acme' } } });
    await page.run(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '.acme { --tray-auth-dialog-width: 400px; --tray-auth-dialog-radius: 3px } .acme::part(title) { color: rgb(1, 2, 3) }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    const [width, radius, color] = await page.run(
      (dialog) => [
        dialog.getBoundingClientRect().width,
        getComputedStyle(dialog).borderRadius,
        getComputedStyle(dialog.querySelector('h2')).color,
      ],
      modal.dialog,
    );
    assert.deepEqual([Math.round(width), radius, color], [400, '3px', 'rgb(1, 2, 3)']);
    await page.call('close');
    await page.failure('closed');
  });
});

suite("the modal's look, in emulated sizes and schemes", ({ test, browser }) => {
  const emulate = async ([, width, height, deviceScaleFactor], features) => {
    const { devtools } = browser.session;
    await devtools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
    await devtools('Emulation.setEmulatedMedia', {
      features: Object.entries({ 'prefers-reduced-motion': 'reduce', ...features }).map(([name, value]) => ({
        name,
        value,
      })),
    });
  };
  const stopEmulating = async () => {
    await browser.session.devtools('Emulation.clearDeviceMetricsOverride');
    await browser.session.devtools('Emulation.setEmulatedMedia', { features: [] });
  };

  for (const [scheme, features] of schemes) {
    test(`in every size, ${scheme}: it fits, and axe finds nothing`, async () => {
      const { page, modal } = await opened(browser, { options: { frame: { stallAfter: 200 } } });
      await modal.part('popout');
      await browser.frameOf(page, findModalFrame).ready();
      try {
        for (const size of sizes) {
          await emulate(size, features);
          await checkLayout(modal);
          await keepPicture(browser, `${size[0]} ${scheme}`);
          if (size[0] === 'phone' || size[0] === 'desktop') await noViolations(browser);
        }
      } finally {
        await stopEmulating();
      }
      await modal.click('close');
      await page.failure('closed');
    });
  }

  test('right-to-left: the close button is at the left, and it fits', async () => {
    await emulate(sizes[0], schemes[0][1]);
    try {
      const labels = { title: 'ربط حسابك', close: 'إغلاق', loading: 'جار التحميل…', trouble: 'مشكلة؟ افتح في نافذة' };
      const { page, modal } = await opened(browser, {
        direction: 'rtl',
        options: { labels, frame: { stallAfter: 200 } },
      });
      await modal.part('popout');
      await checkLayout(modal);
      const close = await modal.rectangle(await modal.part('close'));
      const title = await modal.rectangle(await modal.part('title'));
      assert.ok(close.right <= title.left + 1, JSON.stringify({ close, title }));
      await noViolations(browser);
      await keepPicture(browser, 'right to left');
      await modal.click('close');
      await page.failure('closed');
    } finally {
      await stopEmulating();
    }
  });

  test('a long title in a narrow window wraps, and leaves the close button where it is', async () => {
    await emulate(sizes[0], schemes[0][1]);
    try {
      const title = 'Verbinden Sie Ihr Benutzerkonto mit Datenverarbeitungsunterstützungsdienstleistungen, bitte';
      const { page, modal } = await opened(browser, { options: { labels: { title } } });
      await checkLayout(modal);
      await keepPicture(browser, 'long title');
      await modal.click('close');
      await page.failure('closed');
    } finally {
      await stopEmulating();
    }
  });

  for (const [scheme, features] of schemes) {
    test(`while it waits and while it loads, ${scheme}: axe finds nothing`, async () => {
      await emulate(sizes[3], features);
      try {
        const { page, modal } = await opened(browser, { codes: [] });
        await modal.part('loading');
        await checkLayout(modal);
        await noViolations(browser);
        await keepPicture(browser, `loading ${scheme}`);
        await modal.click('close');
        await page.failure('closed');
      } finally {
        await stopEmulating();
      }
    });

    test(`when its way out is blocked, and when there is none, ${scheme}: axe finds nothing`, async () => {
      await emulate(sizes[0], features);
      try {
        const { page, modal } = await opened(browser, { options: { frame: { stallAfter: 200 } } });
        await modal.part('popout');
        await page.call('block');
        await modal.click('popout');
        await modal.part('problem');
        await checkLayout(modal);
        await noViolations(browser);
        await keepPicture(browser, `blocked ${scheme}`);
        await modal.click('close');
        await page.failure('closed');
      } finally {
        await stopEmulating();
      }
    });
  }

  for (const [scheme, features] of schemes) {
    test(`the waiting popup, ${scheme}: axe finds nothing`, async () => {
      const page = await browser.open({
        open: (h) => h.open(h.create({ authorizationCode: h.promise('code') })),
        close: (h) => h.handle().close(),
      });
      await page.click();
      const popup = await page.popup();
      await popup.until('the waiting page', () => document.querySelector('[role=status]'));
      await popup.inside(async () => {
        try {
          await emulate(sizes[0], features);
          await noViolations(browser);
          await keepPicture(browser, `waiting ${scheme}`);
        } finally {
          await stopEmulating();
        }
      });
      await page.call('close');
      await page.failure('closed');
    });
  }

  test('what shows that it waits moves unless the person has asked for less motion', async () => {
    for (const [motion, moves] of [
      ['reduce', 0],
      ['no-preference', 1],
    ]) {
      const page = await browser.open({
        open: (h) => h.open(h.create({ authorizationCode: h.promise('code') })),
        close: (h) => h.handle().close(),
      });
      await emulate(sizes[3], { 'prefers-reduced-motion': motion });
      try {
        await page.click();
        const popup = await page.popup();
        await popup.until('the waiting page', () => document.querySelector('[role=status]'));
        assert.equal(await popup.run(() => document.getAnimations().length), moves, motion);
        await page.call('close');
        await page.failure('closed');
      } finally {
        await stopEmulating();
      }
    }
  });

  test('it moves in unless the person has asked for less motion', async () => {
    const animations = (modal) => modal.page.run((dialog) => getComputedStyle(dialog).animationName, modal.dialog);
    try {
      await emulate(sizes[3], { 'prefers-reduced-motion': 'reduce' });
      const still = await opened(browser);
      assert.equal(await animations(still.modal), 'none');
      await still.page.call('close');
      await still.page.failure('closed');
      await emulate(sizes[3], { 'prefers-reduced-motion': 'no-preference' });
      const moving = await opened(browser);
      assert.notEqual(await animations(moving.modal), 'none');
      await moving.page.call('close');
      await moving.page.failure('closed');
    } finally {
      await stopEmulating();
    }
  });
});

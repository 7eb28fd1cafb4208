// Where the popup opens and how large it is: centred on the opener's window, whole pixels, on the screen.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

/** Reads the features string of window.open. */
const features = (text) =>
  Object.fromEntries(
    text
      .split(',')
      .map((part) => part.split('='))
      .map(([name, value]) => [name, value === undefined ? true : Number(value)]),
  );

/** Opens with these options and screen, and returns the features asked for together with the page's own measures. */
const placed = async (browser, { popup, screen = {} }) => {
  const page = await browser.open(
    {
      open: (h, { popup, screen }) => {
        for (const [name, value] of Object.entries(screen)) {
          Object.defineProperty(name.startsWith('avail') ? window.screen : window, name, { value });
        }
        const { screenX, screenY, outerWidth, outerHeight } = window;
        const { availLeft = 0, availTop = 0, availWidth, availHeight } = window.screen;
        h.note({ screenX, screenY, outerWidth, outerHeight, availLeft, availTop, availWidth, availHeight });
        h.open(h.create({ authorizationCode: new Promise(() => {}), ...(popup ? { popup } : {}) }));
      },
    },
    { args: { popup, screen } },
  );
  await page.click();
  const { opens } = await page.report();
  return { asked: features(opens[0].args[2]), page: await page.note(), text: opens[0].args[2] };
};

suite('placement', ({ test, browser }) => {
  test("a popup is 500 × 700 px at most, centred on the opener's window, in whole pixels", async () => {
    const { asked, page, text } = await placed(browser, {
      screen: {
        screenX: 101,
        screenY: 50,
        outerWidth: 1001,
        outerHeight: 901,
        availLeft: 0,
        availTop: 0,
        availWidth: 1920,
        availHeight: 1080,
      },
    });
    assert.doesNotMatch(text, /noopener|noreferrer/);
    assert.equal(asked.width, 500);
    assert.equal(asked.height, 700);
    for (const value of [asked.left, asked.top]) assert.ok(Number.isInteger(value), text);
    assert.ok(Math.abs(asked.left - (page.screenX + (page.outerWidth - 500) / 2)) <= 0.5, text);
    assert.ok(Math.abs(asked.top - (page.screenY + (page.outerHeight - 700) / 2)) <= 0.5, text);
  });

  test('on a second screen, left of the first, the popup stays on that screen', async () => {
    const { asked } = await placed(browser, {
      screen: {
        screenX: -1900,
        screenY: 10,
        outerWidth: 300,
        outerHeight: 300,
        availLeft: -1920,
        availTop: 0,
        availWidth: 1920,
        availHeight: 1080,
      },
    });
    assert.deepEqual([asked.left, asked.top], [-1920, 0]);
  });

  test('at the far edge of the screen the popup does not hang over it', async () => {
    const { asked } = await placed(browser, {
      screen: {
        screenX: 1700,
        screenY: 900,
        outerWidth: 300,
        outerHeight: 300,
        availLeft: 0,
        availTop: 0,
        availWidth: 1920,
        availHeight: 1080,
      },
    });
    assert.deepEqual([asked.left, asked.top], [1920 - 500, 1080 - 700]);
  });

  test('a popup larger than the screen is as large as the screen', async () => {
    const { asked, page } = await placed(browser, { popup: { width: 9000, height: 8000 } });
    assert.deepEqual([asked.width, asked.height], [page.availWidth, page.availHeight]);
    assert.deepEqual([asked.left, asked.top], [page.availLeft, page.availTop]);
  });

  test('a browser that tells nothing of its window still gets a popup of whole pixels', async () => {
    const { asked, text } = await placed(browser, {
      screen: { screenX: undefined, screenY: NaN, outerWidth: 0, outerHeight: 0 },
    });
    for (const name of ['left', 'top', 'width', 'height']) assert.ok(Number.isInteger(asked[name]), text);
  });

  test('the real window has the size asked for', async () => {
    const page = await browser.open({
      open: (h) => h.open(h.create({ authorizationCode: new Promise(() => {}), popup: { width: 420, height: 360 } })),
    });
    await page.click();
    const popup = await page.popup();
    // The height that is left for the page differs by the bars that each browser shows.
    await popup.until(
      'the window to have its size',
      () => innerWidth === 420 && innerHeight <= 360 && innerHeight > 200,
    );
  });
});

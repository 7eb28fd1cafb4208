// Where the popup opens and how large it is. All the arithmetic: tests/native/placement.rs.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('placement', ({ test, browser }) => {
  /** Opens with these measures of the page's window and screen. @returns the features asked for, and the measures */
  const placed = async (measures, options) => {
    const page = await browser.opened({
      code: null,
      options,
      args: { measures },
      handlers: {
        open: (h, { measures, options }) => {
          for (const [name, value] of Object.entries(measures))
            Object.defineProperty(name.startsWith('avail') ? window.screen : window, name, { value });
          const { availLeft = 0, availTop = 0, availWidth, availHeight } = window.screen;
          h.note([availLeft, availTop, availWidth, availHeight]);
          h.open(h.create({ authorizationCode: h.promise('code'), ...options }));
        },
      },
    });
    const [, , text] = (await page.report()).opens[0].args;
    assert.doesNotMatch(text, /noopener|noreferrer/);
    const asked = ['left', 'top', 'width', 'height'].map((name) => Number(text.match(`\\b${name}=(-?[0-9]+)(,|$)`)[1]));
    return { asked, screen: await page.note() };
  };
  const screen = { availLeft: 0, availTop: 0, availWidth: 1920, availHeight: 1080 };

  for (const [what, measures, expected] of [
    [
      "is 500 × 700 px at most, centred on the opener's window, in whole pixels",
      { screenX: 101, screenY: 50, outerWidth: 1001, outerHeight: 901, ...screen },
      [352, 151, 500, 700],
    ],
    [
      'on a second screen, left of the first, stays on that screen',
      { screenX: -1900, screenY: 10, outerWidth: 300, outerHeight: 300, ...screen, availLeft: -1920 },
      [-1920, 0, 500, 700],
    ],
  ])
    test(`a popup ${what}`, async () => assert.deepEqual((await placed(measures)).asked, expected));

  test('a popup larger than the screen is as large as the screen', async () => {
    const { asked, screen } = await placed({}, { popup: { width: 9000, height: 8000 } });
    assert.deepEqual(asked, screen);
  });

  test('the real window has the size asked for', async () => {
    const page = await browser.opened({ code: null, options: { popup: { width: 420, height: 360 } } });
    // The height that is left for the page differs by the bars that each browser shows.
    await (await page.popup()).until(
      'the window to have its size',
      () => innerWidth === 420 && innerHeight <= 360 && innerHeight > 200,
    );
  });
});

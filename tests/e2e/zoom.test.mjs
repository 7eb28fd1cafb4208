// Sizes on pages that are zoomed, by the browser or by CSS, and on screens of many pixels: the popup shows the CSS pixels that
// were asked for, and the modal lies within the window.
import assert from 'node:assert/strict';
import { chosenEngines } from './harness/engines.mjs';
import { suite, wholeBrowserSuite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

/** A popup of that size. */
const opened = async (browser, popup) => (await browser.opened({ code: null, options: { popup } })).popup();

const measures = () => ({
  pixels: devicePixelRatio,
  inner: [innerWidth, innerHeight],
  outer: [outerWidth, outerHeight],
  at: [screenX, screenY],
  screen: [screen.availLeft, screen.availTop, screen.availWidth, screen.availHeight],
});

const browsers = {
  'at 150 %': { launch: { zoom: 1.5 }, pixels: 1.5 },
  'at 50 %': { launch: { zoom: 0.5 }, pixels: 0.5 },
  'at 200 %, on a screen of twice the pixels': {
    launch: { zoom: 2, chromiumArguments: ['--force-device-scale-factor=2', '--screen-info={2400x2400}'] },
    pixels: 4,
  },
  'at 200 %, in a real window': { launch: { zoom: 2, headed: true }, pixels: 2 },
  'at 100 %, in a real window': { launch: { headed: true }, pixels: 1 },
};

for (const [what, { launch, pixels }] of Object.entries(browsers)) {
  const { zoom = 1 } = launch;
  wholeBrowserSuite(
    `a browser ${what}`,
    ({ test, browser }) => {
      test('the popup shows the CSS pixels that were asked for', async () => {
        const popup = await opened(browser, { width: 420, height: 460 });
        // The height that is left for the page differs by the bars of the window.
        await popup.until(
          'the page in the popup to have its size',
          () => Math.abs(innerWidth - 420) <= 2 && innerHeight <= 462 && innerHeight > 300,
        );
        assert.equal((await popup.run(measures)).pixels, pixels, 'it is shown as the test means it to be');
      });

      test('a popup for which the screen has no room is as large as the screen, and on it', async () => {
        const popup = await opened(browser, { width: 3_000, height: 3_000 });
        let seen;
        await until(
          'the popup to be on the screen',
          async () => {
            seen = { ...(await popup.run(measures)), zoom };
            const [left, top, width, height] = seen.screen;
            // A window manager takes some pixels for its borders.
            return (
              seen.outer[0] <= width &&
              seen.outer[1] <= height &&
              seen.at[0] >= left &&
              seen.at[1] >= top &&
              seen.outer[0] > Math.min(width, 3_000 * seen.zoom) - 60
            );
          },
          { explain: () => JSON.stringify(seen) },
        );
      });
    },
    { launch, engines: chosenEngines().filter((name) => name === 'chromium') },
  );
}

/** What a page may say of its sizes. */
const styles = {
  'the root at a zoom of 0.5': 'html { zoom: 0.5 }',
  'the root at a zoom of 2': 'html { zoom: 2 }',
  'the body at a zoom of 0.5': 'body { zoom: 0.5 }',
  'the body at a zoom of 2': 'body { zoom: 2 }',
  'both at a zoom of 1.5': 'html, body { zoom: 1.5 }',
  'a root font of 1 px': 'html { font-size: 1px }',
  'a root font of 60 px': 'html { font-size: 60px }',
};

suite('a page with sizes of its own', ({ test, browser }) => {
  const styled = async (css, display) => {
    const page = await browser.prepared({ display });
    await page.style(`#filler { height: 5000px } ${css}`);
    await page.run(() => document.body.append(Object.assign(document.createElement('div'), { id: 'filler' })));
    return page;
  };

  /** Where things are in the window, in its own pixels. */
  const places = () => {
    const { x, y, width } = document.getElementById('filler').getBoundingClientRect();
    return [scrollY, x, y, width].map(Math.round);
  };

  for (const [what, css] of Object.entries(styles)) {
    test(`with ${what}: the modal lies within the window, its close button too, and the page keeps still`, async () => {
      const page = await styled(css, 'modal');
      const before = await page.run(places);
      // Without a click: WebKit's driver does not find what is zoomed.
      await page.call('open');
      const modal = await page.modal();
      const close = await modal.part('close');
      // By what is at a point of the window: in which pixels an engine gives a rectangle of something zoomed is its own affair.
      const seen = await page.run(
        (dialog, button) => {
          const root = dialog.getRootNode();
          const at = (x, y) => root.elementFromPoint(x, y);
          const isDialog = (x, y) => at(x, y) !== dialog && dialog.contains(at(x, y));
          const [width, height] = [innerWidth, innerHeight];
          const points = [];
          for (let x = 2; x < width; x += 4)
            for (let y = 2; y < height; y += 4) if (at(x, y) && at(x, y) === button) points.push([x, y]);
          return {
            size: [width, height],
            rectangle: dialog.getBoundingClientRect().toJSON(),
            isThere: {
              middle: isDialog(width / 2, height / 2),
              left: isDialog(1, height / 2),
              right: isDialog(width - 2, height / 2),
              top: isDialog(width / 2, 1),
              bottom: isDialog(width / 2, height - 2),
            },
            close: points.length,
            // In its middle: it still moves in.
            point: [0, 1].map((axis) => Math.round(points.reduce((sum, at) => sum + at[axis], 0) / points.length)),
          };
        },
        modal.dialog,
        close,
      );
      const within = { middle: true, left: false, right: false, top: false, bottom: false };
      assert.deepEqual(seen.isThere, within, JSON.stringify(seen));
      assert.ok(seen.close >= 16, `the close button is seen: ${JSON.stringify(seen)}`);
      assert.deepEqual(await page.run(places), before, 'while the modal is there');
      const [x, y] = seen.point;
      await browser.driver.actions().move({ x, y }).click().perform();
      await page.failure('closed');
      assert.deepEqual(await page.run(places), before, 'when it is gone');
    });
  }

  test('a frame in an Element is 480 px high at least, however small the root font is', async () => {
    const page = await styled('html { font-size: 1px } #main { height: auto }', 'inline');
    await page.click();
    await page.event('navigate');
    const height = await page.run(() => document.querySelector('#main iframe').getBoundingClientRect().height);
    assert.equal(Math.round(height), 480);
  });
});

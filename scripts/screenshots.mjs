// `npm run screenshots`: the pictures of the README, taken of the real demo, light and dark. Uses what the tests in browsers use,
// so it is for a set-up and built clone.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, root } from './lib/paths.mjs';
import { runMain, Stop } from './lib/stop.mjs';

/** Not by `import` at the top: they use npm packages, which only the set-up brings. @param {string} file */
const from = (file) => import(String(new URL(`../${file}`, import.meta.url)));

const folder = inRoot('docs', 'images');
/** Of one picture: whoever opens the README loads it. */
const most = 150_000;
const size = { width: 1200, height: 640 };

/**
 * The demo's page with its dialog, on the way: the user has clicked, and Tray's dialog has come.
 * @param {any} page of tests/www/browser @param {any} driver
 */
async function openDialog(page, driver) {
  await page.visit();
  await page.choose('modal');
  await driver.executeScript("document.querySelector('#integrations').scrollIntoView()");
  await page.slot('Slack').press();
  await page.enterFrame();
  await page.shown('fieldset:not([hidden]) [name="title"]');
  await page.leave();
}

/** @returns {Promise<string[]>} the files that were written */
async function takeScreenshots() {
  const [{ openSession }, { Windows }, { startDemo }, { DemoPage }] = await Promise.all(
    [
      'tests/e2e/harness/session.mjs',
      'tests/e2e/harness/windows.mjs',
      'www/serve.mjs',
      'tests/www/browser/demo-page.mjs',
    ].map(from),
  );
  mkdirSync(folder, { recursive: true });
  const { driver, devtools, quit } = await openSession('chromium', {}, { whole: true });
  const demo = await startDemo({ ports: 0 });
  try {
    const page = new DemoPage(driver, await new Windows(driver).start(), demo.pageUrl);
    await devtools('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1.5, mobile: false });
    await devtools('Emulation.setScrollbarsHidden', { hidden: true });
    const files = [];
    for (const value of ['light', 'dark']) {
      const features = [
        { name: 'prefers-color-scheme', value },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ];
      await devtools('Emulation.setEmulatedMedia', { features });
      await openDialog(page, driver);
      const { data } = await devtools('Page.captureScreenshot', { format: 'webp', quality: 80 });
      const file = join(folder, `demo-${value}.webp`);
      writeFileSync(file, data, 'base64');
      files.push(file);
    }
    return files;
  } finally {
    await quit();
    await demo.close();
  }
}

await runMain(async () => {
  for (const file of await takeScreenshots()) {
    const { size: bytes } = statSync(file);
    console.log(`${relative(root, file)}: ${bytes} bytes`);
    if (bytes > most) throw new Stop(`${relative(root, file)} is larger than ${most} bytes.`);
  }
});

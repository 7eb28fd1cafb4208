// What axe finds wrong in the page or frame where the driver is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Frames in it are not looked into: each is a page of its own.
 * @param {import('selenium-webdriver').WebDriver} driver
 * @returns {Promise<string[]>} for each rule that is violated, its name and the elements that do
 */
export async function violations(driver) {
  // Half a megabyte, which a page is sent once.
  if (!(await driver.executeScript(() => 'axe' in window))) await driver.executeScript(source);
  const found = await driver.executeScript(() => window.axe.run({ iframes: false, resultTypes: ['violations'] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target} ${html}`)}`);
}

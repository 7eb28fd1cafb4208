// The demo's page in a real browser, by what a person sees and presses on it and in the dialog.
import { mayVanish } from '../../e2e/harness/vanish.mjs';
import { until } from '../../e2e/harness/wait.mjs';

/** The field by which each part of the dialog for an OAuth service is known. */
const OAUTH_PARTS = ['title', 'environmentId', 'scopes'];

export class DemoPage {
  #driver;
  #windows;
  #url;

  /**
   * @param {import('selenium-webdriver').WebDriver} driver
   * @param {import('../../e2e/harness/windows.mjs').Windows} windows
   * @param {string} url
   */
  constructor(driver, windows, url) {
    this.#driver = driver;
    this.#windows = windows;
    this.#url = url;
  }

  /** Opens the page, and waits until a first click would work. @param {string} [title] of the first service */
  async visit(title = 'Slack') {
    await this.#driver.get(this.#url);
    await this.slot(title).says('Not connected');
  }

  /** @param {string} title of a service @returns {Slot} its row */
  slot(title) {
    return new Slot(this.#driver, title);
  }

  /** @param {'popup' | 'modal' | 'inline'} display */
  choose(display) {
    return this.#driver.findElement({ css: `[value="${display}"]` }).click();
  }

  /** Chooses a special case. @param {string} id  '' for none */
  async chooseCase(id) {
    const option = { css: `#case option[value="${id}"]` };
    if ((await this.#driver.findElements(option)).length === 0)
      await this.#driver.findElement({ css: '#all-cases' }).click();
    await this.#driver.findElement(option).click();
  }

  /** Waits for the element, in whichever page or frame the driver is. */
  shown(css) {
    // A window that has just opened gets its page meanwhile.
    return until(`${css} to be shown`, () =>
      mayVanish(() =>
        this.#driver.executeScript((selector) => {
          const first = document.querySelector(selector);
          return first?.checkVisibility() ? first : undefined;
        }, css),
      ),
    );
  }

  /** Enters the dialog's frame, wherever on the page it is. */
  async enterFrame() {
    const frame = await until('the dialog’s frame', () =>
      this.#driver.executeScript(() => {
        const inShadow = [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.querySelector('iframe'));
        return inShadow.find(Boolean) ?? document.querySelector('iframe');
      }),
    );
    await this.#driver.switchTo().frame(frame);
  }

  leave() {
    return this.#driver.switchTo().window(this.#windows.main);
  }

  /** Waits for a popup, and does something in it. @returns {Promise<import('../../e2e/harness/windows.mjs').OtherWindow>} */
  async inPopup(act) {
    const popup = await this.#windows.next();
    await this.#driver.switchTo().window(popup.handle);
    await act();
    await this.leave();
    return popup;
  }

  /** Goes through these parts of the dialog in which the driver is. @param {string[]} parts @param {string} [name] for the authentication */
  async throughParts(parts, name) {
    for (const part of parts) {
      const field = await this.shown(`fieldset:not([hidden]) [name="${part}"]`);
      if (part === 'title' && name) {
        await field.clear();
        await field.sendKeys(name);
      }
      await this.#driver.findElement({ css: '#next' }).click();
    }
  }

  /** Goes through the dialog in which the driver is, until that asks the provider. @param {string} [name] for the authentication */
  toTheProvider(name) {
    return this.throughParts(OAUTH_PARTS, name);
  }

  /** The same, and gives the provider's consent in the popup that this opens. */
  async throughOAuth(name) {
    await this.toTheProvider(name);
    await this.consent();
  }

  /** Goes through the dialog of a service that takes a key. */
  async throughKey() {
    await (await this.shown('#next')).click();
    await (await this.shown('#apiKey')).sendKeys('a-key');
    await this.#driver.findElement({ css: '#server' }).sendKeys('us19');
    await this.#driver.findElement({ css: '#next' }).click();
  }

  /** Gives the provider's consent, in the popup that the dialog has opened. */
  async consent() {
    await this.leave();
    const consent = await this.#windows.next();
    await consent.until('the consent page', () => document.querySelector('#allow'));
    await consent.click('#allow');
  }

  /** @returns {Promise<string>} */
  text(css) {
    return this.#driver.executeScript((selector) => document.querySelector(selector)?.textContent, css);
  }

  /** Lets every request of the page fail, as if nobody were there, until the test ends or calls what this gives. */
  cutOff() {
    return this.#replace('fetch', "() => Promise.reject(new TypeError('Failed to fetch'))");
  }

  /** Lets every request of the page wait forever, as if everything were slow, until the test ends or calls what this gives. */
  holdUp() {
    return this.#replace('fetch', '() => new Promise(() => {})');
  }

  /** @param {string} name of a function of the page's window @param {string} by source of what takes its place */
  async #replace(name, by) {
    await this.#driver.executeScript(`(window.replaced ??= {}).${name} = window.${name}; window.${name} = ${by};`);
    return () => this.#driver.executeScript(`window.${name} = window.replaced.${name};`);
  }

  /** What the page shows of the promise's result or error. */
  async result() {
    return JSON.parse(await this.text('#result pre'));
  }
}

/** The row of one service. */
class Slot {
  #driver;
  #title;

  constructor(driver, title) {
    this.#driver = driver;
    this.#title = title;
  }

  /** @param {'primary' | 'secondary' | 'action'} part */
  button(part) {
    return this.#driver.findElement({ xpath: `//li[.//h4[text()='${this.#title}']]//button[@data-part='${part}']` });
  }

  async press(part = 'primary') {
    await (await this.button(part)).click();
  }

  /** Presses it as a script does: to the browser this is no gesture, so it opens no popup. */
  async pressWithoutGesture() {
    await this.#driver.executeScript((button) => button.click(), await this.button('primary'));
  }

  /** @param {string} state */
  says(state) {
    return this.#until(`say “${state}”`, (row) => row?.state === state);
  }

  /** Waits until its main button has the focus. */
  hasFocus() {
    return until(`${this.#title}’s main button to have the focus`, async () => {
      const button = await this.button('primary');
      return this.#driver.executeScript((one) => document.activeElement === one, button);
    });
  }

  /** Waits until it says nothing besides its state. */
  isQuiet() {
    return this.#until('have no message', (row) => row && !row.message);
  }

  /** @param {RegExp} pattern @param {{ patience?: number }} [options] */
  complains(pattern, options) {
    return this.#until(`complain with ${pattern}`, (row) => pattern.test(row?.message ?? ''), options);
  }

  #until(what, isSo, options) {
    let row;
    const look = async () => {
      row = await this.#look();
      return isSo(row);
    };
    return until(`${this.#title} to ${what}`, look, { ...options, explain: () => JSON.stringify(row) });
  }

  #look() {
    return this.#driver.executeScript((wanted) => {
      const slots = [...document.querySelectorAll('.slot')];
      const row = slots.find((one) => one.querySelector('h4').textContent === wanted);
      const text = (part) => {
        const element = row.querySelector(`[data-part="${part}"]`);
        return element.checkVisibility() ? element.textContent : undefined;
      };
      return row && { state: text('state'), message: text('message-text') };
    }, this.#title);
  }
}

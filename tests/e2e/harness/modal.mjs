// The modal as a person and a screen reader meet it: its parts, inside an open shadow root of a host element in the body.
import { until } from './wait.mjs';

/** Source of what runs in the page: the first element of a modal's shadow root that this selector finds. */
const inModal = (selector) =>
  `return [...document.body.children].map((element) => element.shadowRoot?.querySelector('${selector}')).find(Boolean)`;
const findDialog = inModal('dialog[open]');
export const findModalFrame = inModal('dialog[open] iframe');

export class Modal {
  /** @param {import('./host-page.mjs').HostPage} page */
  constructor(page) {
    this.page = page;
    this.driver = page.driver;
  }

  /** Waits until the modal is shown. */
  async shown() {
    this.dialog = await until('the modal', () => this.driver.executeScript(findDialog));
    return this;
  }

  /** Waits until no modal is shown. */
  async gone() {
    await until('the modal to be gone', async () => !(await this.driver.executeScript(findDialog)));
  }

  /** A part of the modal, if it can be seen now. */
  #visible(name) {
    const find = (dialog, part) => {
      const element = dialog.querySelector(`[part=${part}]`);
      return element?.checkVisibility?.() !== false && element?.getClientRects().length > 0 ? element : undefined;
    };
    return this.driver.executeScript(find, this.dialog, name);
  }

  /** Waits for a part of the modal that can be seen. */
  part(name) {
    return until(`the part ${name} of the modal`, () => this.#visible(name));
  }

  /** Whether a part can be seen now. */
  async has(name) {
    return Boolean(await this.#visible(name));
  }

  async click(part) {
    await (await this.part(part)).click();
  }

  /** Presses a key wherever the focus is. */
  press(...keys) {
    return this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** The rectangle of an element, in CSS pixels. */
  rectangle(element = this.dialog) {
    return this.driver.executeScript((of) => of.getBoundingClientRect().toJSON(), element);
  }

  /** Presses the mouse button beside the modal, at the top left corner of the page, and lets it go there. */
  clickBeside() {
    return this.driver.actions().move({ x: 4, y: 4 }).press().release().perform();
  }

  /** A click of the mouse into the frame. WebKit's driver would not give the frame the focus if it clicked an element in it. */
  async clickInFrame() {
    const frame = await this.part('frame');
    await this.driver.actions().move({ origin: frame }).click().perform();
  }

  /** What has the focus: the part's name, `frame`, or what of the page. */
  focused() {
    return this.driver.executeScript(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('part') || element?.id || element?.localName;
    });
  }
}

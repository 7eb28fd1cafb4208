// The modal as a person and a screen reader meet it: its parts, inside an open shadow root of a host element in the body.
import { until } from './wait.mjs';

/** Runs in the page: the modal's <dialog>. */
const findDialog = () => {
  for (const element of document.body.children) {
    const dialog = element.shadowRoot?.querySelector('dialog');
    if (dialog?.open) return dialog;
  }
  return undefined;
};

/** Runs in the page: the frame of the modal. */
export const findModalFrame = () => {
  for (const element of document.body.children) {
    const frame = element.shadowRoot?.querySelector('dialog[open] iframe');
    if (frame) return frame;
  }
  return undefined;
};

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

  /** Waits for a part of the modal that can be seen. */
  part(name) {
    return until(`the part ${name} of the modal`, () =>
      this.driver.executeScript(
        (dialog, part) => {
          const element = dialog.querySelector(`[part=${part}]`);
          return element?.checkVisibility?.() !== false && element?.getClientRects().length > 0 ? element : undefined;
        },
        this.dialog,
        name,
      ),
    );
  }

  /** Whether a part can be seen now. */
  has(name) {
    return this.driver.executeScript(
      (dialog, part) => (dialog.querySelector(`[part=${part}]`)?.getClientRects().length ?? 0) > 0,
      this.dialog,
      name,
    );
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

  /**
   * A click into the frame, as the mouse does it: on the page. (WebKit's driver, asked for a click on an element in a
   * frame, does not give that frame the focus.)
   */
  async clickInFrame() {
    await this.driver
      .actions()
      .move({ origin: await this.part('frame') })
      .click()
      .perform();
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

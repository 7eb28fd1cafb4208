// What the browser tests of the simulated dialog share: a browser, the simulation, and a host page on another site that
// writes down what it is told.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, describe } from 'node:test';

import { chosenEngines } from '../../e2e/harness/engines.mjs';
import { until } from '../../e2e/harness/wait.mjs';
import { Visitor } from '../../packaging/support/browser.mjs';
import { SLOT } from '../tray-support.mjs';

export { until };

const HOST_PAGE = `<!doctype html><html lang="en"><title>Host</title>
<button id="open">Open</button>
<script>
window.messages = [];
addEventListener('message', ({ data, origin, source }) => {
  const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow);
  messages.push({ data, origin, from: source === window.popup ? 'popup' : frames.indexOf(source) });
});
document.querySelector('#open').onclick = () => { window.popup = window.open(url, '_blank', 'popup,width=500,height=700'); };
</script>`;

/**
 * The tests in `define`, in each chosen engine.
 * @param {string} title
 * @param {(browser: DialogBrowser) => void} define
 */
export function suite(title, define) {
  for (const engine of chosenEngines()) {
    describe(`${title} (${engine})`, () => {
      const browser = new DialogBrowser(engine);
      before(() => browser.start());
      afterEach(() => browser.finishTest());
      after(() => browser.leave());
      define(browser);
    });
  }
}

class DialogBrowser extends Visitor {
  #host = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(HOST_PAGE));

  async start() {
    await super.start();
    this.devtools = this.session.devtools;
    await new Promise((resolve) => this.#host.listen(0, '127.0.0.1', resolve));
    this.hostOrigin = `http://app.localhost:${this.#host.address().port}`;
  }

  async finishTest() {
    await this.windows.closeOthers();
    await this.driver.get('about:blank');
  }

  async leave() {
    await super.leave();
    this.#host.closeAllConnections();
    this.#host.close();
  }

  /** Opens the dialog in a popup, as a click on the host page does. */
  async open(query, form = `/external/auth/create/acme/an-instance/${SLOT}`) {
    await this.driver.get(`${this.hostOrigin}/`);
    await this.driver.executeScript(
      (url) => {
        window.url = url;
      },
      `${this.tray.origin}${form}?${new URLSearchParams(query)}`,
    );
    await this.driver.findElement({ css: '#open' }).click();
    const popup = await this.windows.next();
    await shown(popup, '#cancel, #close');
    return popup;
  }

  /**
   * Opens dialogs in frames of the host page.
   * @param {string[]} paths
   * @param {{ sandbox?: string }} [attributes]
   */
  async openFrames(paths, attributes = {}) {
    await this.driver.get(`${this.hostOrigin}/`);
    await this.driver.executeScript(
      (urls, given) => {
        for (const src of urls) {
          const frame = document.createElement('iframe');
          for (const [name, value] of Object.entries({ ...given, src })) frame.setAttribute(name, value);
          document.body.append(frame);
        }
      },
      paths.map((path) => this.tray.origin + path),
      attributes,
    );
  }

  /** What the host page has been told so far. */
  told() {
    return this.driver.executeScript(() => window.messages);
  }

  /** Waits until the host page has been told that much. */
  hears(count) {
    return until(`${count} message(s)`, async () => {
      const heard = await this.told();
      return heard.length >= count && heard;
    });
  }

  /** That a message says finish, of an authentication that exists. @returns {object} the authentication */
  isFinish({ data, origin, from }, { authType = 'oauth', source = 'popup' } = {}) {
    const saved = this.tray.store.authentications().at(-1);
    assert.deepEqual(data, { type: 'tray.authpopup.finish', authType, authId: saved.id });
    assert.deepEqual([origin, from], [this.tray.origin, source]);
    return saved;
  }
}

/** Waits until the page of a window has loaded and shows an element. */
export const shown = (window, css) =>
  window.until(
    `${css} to be shown`,
    (selector) => document.readyState === 'complete' && document.querySelector(selector)?.checkVisibility(),
    css,
  );

/** Waits until the page of a window says something. @param {'status' | 'alert'} role */
export const says = (window, role, pattern) =>
  window.until(
    `the ${role} to say ${pattern}`,
    (selector, source) => new RegExp(source).test(document.querySelector(selector)?.textContent),
    `[role=${role}]`,
    pattern.source,
  );

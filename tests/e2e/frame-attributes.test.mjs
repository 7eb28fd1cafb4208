// The attributes of the iframe: its name, what it may do, what it tells of the page, and a sandbox that it can live in.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('frame attributes', ({ test, browser, engine }) => {
  const open = (h, { code, frame }) =>
    h.open(
      h.create({ authorizationCode: code, display: document.getElementById('main'), ...(frame ? { frame } : {}) }),
    );

  const opened = async (frame) => {
    const code = browser.server.dialog();
    const page = await browser.open({ open }, { args: { code, frame } });
    await page.click();
    await page.event('navigate');
    const attributes = await page.run(() => {
      const { title, allow, referrerPolicy, className } = document.querySelector('iframe');
      return {
        title,
        allow,
        referrerPolicy,
        className,
        sandbox: document.querySelector('iframe').getAttribute('sandbox'),
      };
    });
    return { page, attributes, code, dialog: browser.frameOf(page, () => document.querySelector('iframe')) };
  };

  test("by default: a name, clipboard, WebAuthn and storage access for the dialog's origin, and no sandbox", async () => {
    const { page, attributes, dialog } = await opened();
    assert.equal(attributes.title, 'Authentication');
    const origin = page.server.origin('dialog.localhost');
    for (const feature of [
      'clipboard-write',
      'publickey-credentials-get',
      'publickey-credentials-create',
      'storage-access',
    ]) {
      assert.match(attributes.allow, new RegExp(`${feature} ${origin}(;|$)`));
    }
    assert.equal(attributes.referrerPolicy, 'strict-origin-when-cross-origin');
    assert.equal(attributes.sandbox, null);
    await (await dialog.ready()).run(() => window.dialog.finish('auth-1'));
    await page.result();
  });

  test("the dialog is told the page's origin as referrer, and not its path", async () => {
    const { page, code, dialog } = await opened();
    await (await dialog.ready()).run(() => window.dialog.finish('auth-1'));
    await page.result();
    assert.equal(browser.server.dialogRequests(code)[0].headers.referer, `${page.server.origin('localhost')}/`);
  });

  test('they can be chosen', async () => {
    const frame = { title: 'Anmeldung', allow: 'fullscreen', className: 'auth wide', referrerPolicy: 'no-referrer' };
    const { page, attributes, code, dialog } = await opened(frame);
    assert.deepEqual(attributes, { ...frame, sandbox: null });
    await (await dialog.ready()).run(() => window.dialog.finish('auth-1'));
    await page.result();
    // WebKitGTK has the attribute, and sends the origin all the same.
    const sent = engine === 'webkit' ? `${page.server.origin('localhost')}/` : undefined;
    assert.equal(browser.server.dialogRequests(code)[0].headers.referer, sent);
  });

  test('in a sandbox that has what the dialog needs it works', async () => {
    const sandbox = 'allow-scripts allow-same-origin allow-popups allow-forms allow-popups-to-escape-sandbox';
    const { page, attributes, dialog } = await opened({ sandbox });
    assert.equal(attributes.sandbox, sandbox);
    await (await dialog.ready()).click('#finish');
    assert.equal((await page.result()).authId, 'auth-1');
  });
});

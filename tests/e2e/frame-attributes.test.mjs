// The attributes of the iframe: its name, its permissions, its referrer, and a sandbox in which it works.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('frame attributes', ({ test, browser, engine }) => {
  const opened = async (frame) => {
    const page = await browser.opened({ display: 'inline', options: frame && { frame } });
    await page.event('navigate');
    const attributes = await page.run(() => {
      const frame = document.querySelector('iframe');
      const { title, allow, referrerPolicy, className } = frame;
      return { title, allow, referrerPolicy, className, sandbox: frame.getAttribute('sandbox') };
    });
    return { page, attributes, dialog: await page.dialog() };
  };
  const referer = (page) => browser.server.dialogRequests(page.code)[0].headers.referer;

  test("by default: a name, clipboard, WebAuthn and storage access for the dialog's origin, no sandbox, and no path as referrer", async () => {
    const { page, attributes, dialog } = await opened();
    assert.equal(attributes.title, 'Authentication');
    const origin = page.server.origin('dialog.localhost');
    const features = ['clipboard-write', 'publickey-credentials-get', 'publickey-credentials-create', 'storage-access'];
    for (const feature of features) assert.match(attributes.allow, new RegExp(`${feature} ${origin}(;|$)`));
    assert.equal(attributes.referrerPolicy, 'strict-origin-when-cross-origin');
    assert.equal(attributes.sandbox, null);
    await page.finishes({ place: dialog });
    assert.equal(referer(page), `${page.server.origin('localhost')}/`);
  });

  test('they can be chosen', async () => {
    const frame = { title: 'Anmeldung', allow: 'fullscreen', className: 'auth wide', referrerPolicy: 'no-referrer' };
    const { page, attributes, dialog } = await opened(frame);
    assert.deepEqual(attributes, { ...frame, sandbox: null });
    await page.finishes({ place: dialog });
    // WebKitGTK has the attribute, and sends the origin all the same.
    assert.equal(referer(page), engine === 'webkit' ? `${page.server.origin('localhost')}/` : undefined);
  });

  test('it works in a sandbox that allows what the dialog needs', async () => {
    const sandbox = 'allow-scripts allow-same-origin allow-popups allow-forms allow-popups-to-escape-sandbox';
    const { page, attributes, dialog } = await opened({ sandbox });
    assert.equal(attributes.sandbox, sandbox);
    await dialog.click('#finish');
    await page.finishes();
  });
});

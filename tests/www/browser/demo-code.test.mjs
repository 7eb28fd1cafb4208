// The code that the demo shows: it is the code that ran, it can be copied, and each entry of the package has its own.
// tests/packaging/demo-code.test.mjs compiles and runs the code of every entry.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../e2e/harness/wait.mjs';
import { demoSuite } from './demo-suite.mjs';

demoSuite("the demo's code", (tools) => {
  const shown = () => tools.page.text('#snippet');
  const about = () => tools.page.text('#code-about');
  const chooseEntry = (entry) => tools.driver.findElement({ css: `[value="${entry}"]` }).click();

  test('it is that of the last click until the choices change', async () => {
    await tools.page.visit();
    assert.equal(await about(), 'This runs with your next click.');
    await tools.page.choose('inline');
    await tools.page.slot('Mailchimp').press();
    await until('the code of the click', async () => (await about()) === 'This ran for “Connect Mailchimp”.');
    assert.match(await shown(), /display: document.querySelector\('#dialog'\)/);
    assert.match(await shown(), /labels: { title: 'Connect Mailchimp' }/);
    await tools.page.choose('modal');
    assert.equal(await about(), 'This runs with your next click.');
    assert.match(await shown(), /display: 'modal'[\s\S]*Connect Mailchimp/);
  });

  test('after an edit it is the code of the edit, which saves nothing', async () => {
    await tools.page.visit();
    await tools.page.chooseCase('finish-then-close');
    const slot = tools.page.slot('Slack');
    await slot.press();
    await slot.says('Connected as Slack authentication');
    const { authId, solutionInstanceId } = await tools.page.result();
    assert.ok((await shown()).includes(`const solutionInstanceId = '${solutionInstanceId}';`));
    assert.match(await shown(), /await save\(/);
    await slot.press();
    await until('the code of the edit', async () => (await about()) === 'This ran for “Edit Slack”.');
    assert.ok((await shown()).includes(`const authId = '${authId}';`));
    assert.doesNotMatch(await shown(), /solutionInstanceId|save\(/);
  });

  // In the others, a script of the test's own cannot import the page's modules.
  const skip = tools.engine !== 'chromium' && 'the test runs it as a script of its own';
  test('what is shown, run by itself, opens the same dialog and saves the same result', { skip }, async () => {
    await tools.page.visit();
    await tools.driver.findElement({ css: '[name="skipTitleField"]' }).click();
    await tools.page.slot('Slack').press();
    const opened = await addressOf(await tools.windows.next());
    await tools.page.slot('Slack').press('secondary'); // Cancel
    await tools.windows.allClosed();
    assert.equal(await about(), 'This ran for “Connect Slack”.');

    await tools.driver.executeScript(async (backend) => {
      const button = document.createElement('button');
      button.id = 'by-itself';
      button.textContent = 'Run';
      document.querySelector('.top').append(button);
      const post = async (method, path, body) => {
        const headers = { 'content-type': 'application/json' };
        const init = { method, credentials: 'include', headers, body: JSON.stringify(body) };
        return (await fetch(`${backend}/api${path}`, init)).json();
      };
      // What back-end.js holds.
      const { accountId } = await post('POST', '/session', {});
      const fetchCode = async () => (await post('POST', '/authorization-codes', {})).authorizationCode;
      const save = async ({ solutionInstanceId, authValue }) => {
        const path = `/solution-instances/${solutionInstanceId}`;
        window.saved = await post('PATCH', path, { authValues: [authValue] });
      };
      window.own = { button, accountId, fetchCode, save, log: () => {}, show: (text) => (window.told = text) };
    }, tools.demo.backendUrl);
    await tools.driver.executeScript(`return (async () => {
      const { button, accountId, fetchCode, save, log, show } = window.own;
      ${(await shown())
        .replace(/^import .* from '.\/back-end.js';$/m, '')
        .replace(/^import ({.*}) from ('.*');$/gm, 'const $1 = await import($2);')}
    })()`);
    await tools.driver.findElement({ css: '#by-itself' }).click();
    const popup = await tools.windows.next();
    assert.equal(await addressOf(popup), opened);
    await tools.driver.switchTo().window(popup.handle);
    await tools.page.throughParts(['environmentId', 'scopes']);
    await tools.page.consent();
    const saved = await until('it to be saved', () => tools.driver.executeScript(() => window.saved));
    assert.equal(saved.authValues[0].externalId, 'external_slack_authentication');
    assert.equal(await tools.driver.executeScript(() => window.told ?? null), null);
  });

  test('it is highlighted, and each entry of the package has its own', async () => {
    await tools.page.visit();
    const kinds = () =>
      tools.driver.executeScript(() =>
        ['comment', 'string', 'keyword', 'tag'].filter((kind) => document.querySelector(`#snippet .code-${kind}`)),
      );
    assert.deepEqual(await kinds(), ['comment', 'string', 'keyword']);
    const marks = {
      react: ["'tray-auth-dialog/react'", 'onClick={open}'],
      vue: ["'tray-auth-dialog/vue'", '@click="open"'],
      svelte: ["'tray-auth-dialog/svelte'", 'onclick={dialog.open}'],
      element: ["'tray-auth-dialog/element/define'", '<tray-auth-button'],
    };
    for (const [entry, parts] of Object.entries(marks)) {
      await chooseEntry(entry);
      for (const part of parts) assert.ok((await shown()).includes(part), part);
      assert.deepEqual(await kinds(), ['string', 'keyword', 'tag'], entry);
      assert.match(await about(), /^The same call/);
    }
  });

  for (const display of ['popup', 'inline'])
    test(`the element below its code is that element, and connects: ${display}`, async () => {
      await tools.page.visit();
      await tools.page.choose(display);
      await chooseEntry('element');
      await tools.page.shown('tray-auth-button');
      const attributes = await tools.driver.executeScript(() =>
        [...document.querySelector('tray-auth-button').attributes].map(({ name, value }) => `  ${name}="${value}"\n`),
      );
      assert.ok((await shown()).startsWith(`<tray-auth-button\n${attributes.join('')}>`), attributes.join(''));
      await tools.driver.findElement({ css: 'tray-auth-button' }).click();
      if (display === 'popup') await tools.page.inPopup(() => tools.page.throughOAuth());
      else {
        await tools.page.enterFrame();
        await tools.page.throughOAuth();
      }
      await tools.page.slot('Slack').says('Connected as Slack authentication');
      assert.ok((await tools.page.result()).authValue);
    });

  test('the element says what went wrong, until the next click', async () => {
    await tools.page.visit();
    await chooseEntry('element');
    await tools.page.chooseCase('code-fails');
    await tools.page.shown('tray-auth-button');
    await tools.driver.findElement({ css: 'tray-auth-button' }).click();
    await until('the message', async () => /could not be started/.test(await tools.page.text('#live [role=alert]')));
    assert.equal((await tools.page.result()).code, 'code_failed');
    await tools.page.holdUp();
    await tools.driver.findElement({ css: 'tray-auth-button' }).click();
    await until('no message', async () => (await tools.page.text('#live [role=alert]')) === '');
  });

  test('“Copy” puts exactly what is shown on the clipboard', async () => {
    await tools.page.visit();
    const clipboard = await readableClipboard();
    for (const entry of ['javascript', 'vue']) {
      await chooseEntry(entry);
      await tools.driver.findElement({ css: '#copy' }).click();
      const expected = await shown();
      await until(`the code of ${entry} on the clipboard`, async () => (await clipboard()) === expected);
      assert.equal(await tools.page.text('#copy'), 'Copied');
    }
  });

  test('where the browser lets nothing be copied, it says so, and the code is selected', async () => {
    await tools.page.visit();
    await tools.driver.executeScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    });
    await tools.driver.findElement({ css: '#copy' }).click();
    await until('the reason', async () => /does not let this page copy/.test(await about()));
    const selected = await tools.driver.executeScript(() => getSelection().toString());
    assert.equal(selected.trim(), (await shown()).trim());
  });

  /** The clipboard itself in Chromium. The others let no page read it, so there it is what the page hands over. */
  async function readableClipboard() {
    if (tools.engine === 'chromium') {
      const permissions = ['clipboardReadWrite', 'clipboardSanitizedWrite'];
      await tools.devtools('Browser.grantPermissions', { origin: new URL(tools.demo.pageUrl).origin, permissions });
      return () => tools.driver.executeScript(() => navigator.clipboard.readText());
    }
    await tools.driver.executeScript(() => {
      navigator.clipboard.writeText = async (text) => {
        window.copied = text;
      };
    });
    return () => tools.driver.executeScript(() => window.copied);
  }

  /** Where a popup is, without the code, which is another each time. */
  const addressOf = async (popup) => {
    const address = await until('the dialog', async () => {
      const url = await popup.url();
      return url.includes('/external/auth/') && url;
    });
    const url = new URL(address);
    assert.ok(url.searchParams.get('code'));
    url.searchParams.delete('code');
    return url.href;
  };
});

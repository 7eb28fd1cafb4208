// All that is forged, said from windows: those of others, of whatever origin, and the dialog's own when it has no origin.
import { OtherWindow } from '../e2e/harness/windows.mjs';
import { attack } from './support/attack.mjs';
import { data, fromEach, html, SANDBOXED, WINDOWS } from './support/places.mjs';

attack(
  import.meta.url,
  {
    wants: 'A page in a window wants to settle the dialog by messages that look like its own.',
    fails:
      'its window is not the one that was captured when the dialog was opened, and "null" is no origin that a dialog can have.',
  },
  ({ against, browser }) => {
    fromEach(WINDOWS, against);

    against(['popup'], 'the page that has opened this one', async (victim) => {
      const opener = new OtherWindow(browser.windows, browser.windows.main);
      await victim.open({
        async found(path) {
          await browser.driver.get(
            victim.stranger('evil.localhost', { wanted: browser.server.origin('localhost') + path }),
          );
          await opener.click('#open');
          return browser.found({ handle: (await browser.windows.next()).handle });
        },
      });
      await victim.forges('the opener', opener, 'opened');
    });

    against(['popup', 'element'], "documents without an origin, in the dialog's own window", async (victim) => {
      await victim.open();
      const speaks = (scheme) => `return location.protocol === '${scheme}:' && typeof window.speak === 'function'`;
      await victim.strays(victim.stranger('dialog.localhost', {}, SANDBOXED));
      await victim.forges('sandboxed by its server', victim.dialog, victim.host);
      const { origin } = await victim.page.event('ignored');
      if (origin !== 'null') victim.accepted.push(`ignored as ${origin}`);
      await victim.strays(victim.stranger('evil.localhost'));
      await victim.dialog.run(
        (text) => location.assign(URL.createObjectURL(new Blob([text], { type: 'text/html' }))),
        html,
      );
      await victim.dialog.until('the blob', speaks('blob'));
      await victim.forges("a stranger's blob:", victim.dialog, victim.host);
      // Browsers let nobody show a data: document in a window of its own.
      if (victim.display === 'popup') return;
      await victim.dialog.goTo(data);
      await victim.dialog.until('the data', speaks('data'));
      await victim.forges('a data: document', victim.dialog, victim.host);
      // From there no page can be reached by itself; the host page brings it back.
      await victim.page.run((url) => {
        document.querySelector('#place iframe').src = url;
      }, victim.url);
      await victim.dialog.ready();
    });
  },
);

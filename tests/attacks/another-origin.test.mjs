// Pages of other origins, wherever they stand: beside the dialog, above the host page, or in windows that somebody opened.
import { OtherWindow } from '../e2e/harness/windows.mjs';
import { attack } from './support/attack.mjs';
import { DISPLAYS } from './support/victim.mjs';

attack(
  import.meta.url,
  {
    wants: 'A page of another origin wants to settle the dialog by messages that look like its own.',
    fails: 'it speaks neither from the window of the dialog nor from its origin.',
  },
  ({ against, browser }) => {
    against(DISPLAYS, 'frames in the page, and frames in those', async (victim) => {
      await victim.open();
      for (const host of ['evil.localhost', '127.0.0.1', 'localhost']) {
        const outer = await victim.frame({ src: victim.stranger(host) });
        await victim.forges(`a frame of ${host}`, outer, 'parent');
        const inner = await victim.frame({ src: victim.stranger('worse.localhost') }, outer);
        await victim.forges(`a frame in a frame of ${host}`, inner, 'parent.parent');
      }
    });

    against(['popup', 'attached'], 'windows that the page or a frame in it has opened', async (victim) => {
      await victim.open();
      await victim.forges('a window', await victim.window(victim.stranger('evil.localhost')), 'opener');
      const frame = await victim.frame({
        src: victim.stranger('evil.localhost', { wanted: victim.stranger('worse.localhost') }),
      });
      await frame.click('#open');
      const other = await victim.page.popup();
      await other.until('the stranger in the window', () => typeof window.speak === 'function');
      await victim.forges("a frame's window", other, 'opener.parent');
    });

    against(['popup'], 'the page that has opened this one', async (victim) => {
      const { driver, windows, server } = browser;
      const opener = new OtherWindow(windows, windows.main);
      await victim.open({
        async found(path) {
          await driver.get(victim.stranger('evil.localhost', { wanted: server.origin('localhost') + path }));
          await opener.click('#open');
          return browser.found({ handle: (await windows.next()).handle });
        },
      });
      await victim.forges('the opener', opener, 'opened');
    });

    against(['popup', 'element'], 'the page that this one is framed in', async (victim) => {
      const { driver, windows, server } = browser;
      const top = new OtherWindow(windows, windows.main);
      await victim.open({
        async found(path) {
          await driver.get(victim.stranger('evil.localhost'));
          await top.run((url) => {
            const frame = document.createElement('iframe');
            frame.style.cssText = 'width: 800px; height: 600px';
            frame.src = url;
            document.body.append(frame);
          }, server.origin('localhost') + path);
          return browser.found({ frame: 0 });
        },
      });
      await victim.forges('the parent', top, 'frames.0');
    });
  },
);

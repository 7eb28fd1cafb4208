// All that is forged, said from frames: beside the dialog, in it, around the page, of whatever origin and of none.
import { OtherWindow } from '../e2e/harness/windows.mjs';
import { attack } from './support/attack.mjs';
import { FRAMES, fromEach } from './support/places.mjs';

attack(
  import.meta.url,
  {
    wants: 'A page in a frame wants to settle the dialog by messages that look like its own.',
    fails: 'the source of what it posts is its own window, whatever it is embedded in, and whatever its origin.',
  },
  ({ against, browser }) => {
    fromEach(FRAMES, against);

    against(['popup', 'element'], 'the page that this one is framed in', async (victim) => {
      const top = new OtherWindow(browser.windows, browser.windows.main);
      await victim.open({
        async found(path) {
          await browser.driver.get(victim.stranger('evil.localhost'));
          await top.run((url) => {
            const frame = document.body.appendChild(document.createElement('iframe'));
            frame.style.cssText = 'width: 800px; height: 600px';
            frame.src = url;
          }, browser.server.origin('localhost') + path);
          return browser.found({ frame: 0 });
        },
      });
      await victim.forges('the parent', top, 'frames.0');
    });

    against(['popup', 'element'], "the page itself and its frames, of the dialog's origin", async (victim) => {
      await victim.open({ host: 'dialog.localhost' });
      const posted = (count, post) => () => victim.hears(victim.origin, count, () => victim.page.run(post));
      const page = () => {
        for (const type of ['tray.authpopup.finish', 'tray.authpopup.close'])
          window.postMessage({ type, authId: 'auth-forged' });
      };
      // A blank frame has the origin of the page that made it.
      const blank = () => {
        const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
        new contentWindow.Function('parent.postMessage({ type: "tray.authpopup.finish", authId: "auth-forged" })')();
      };
      await victim.try('the page', posted(2, page), { tries: 2 });
      await victim.try('a blank frame', posted(1, blank));
    });
  },
);

// The dialog's URL holds the code. Whoever gets into the window afterwards can go back in its history.
import { attack } from './support/attack.mjs';

attack(
  import.meta.url,
  {
    wants: 'A page that comes into the window after the dialog wants to find the code in its history.',
    fails: 'the dialog takes the place of the blank page, and no page can read the address of another one there.',
  },
  ({ against }) => {
    against(['popup', 'modal', 'element'], 'of its own window and of the page', async (victim) => {
      let before;
      const first = async () => {
        before = await victim.page.run(() => history.length);
      };
      await victim.open({ first });
      await victim.try('an entry before the dialog', async () => {
        const own = await victim.dialog.run(() => history.length);
        const page = await victim.page.run(() => history.length);
        const isAsExpected = own === (victim.display === 'popup' ? 1 : before) && page === before;
        return isAsExpected ? [] : [`${own} entries there, ${page} in the page, ${before} before`];
      });
      await victim.try('the address of the page that a stranger came from', async () => {
        await victim.strays(victim.stranger('evil.localhost'));
        const known = await victim.dialog.run(() => {
          const texts = [document.referrer, location.href, window.name, JSON.stringify(history.state)];
          texts.push(JSON.stringify(performance.getEntries().map(({ name }) => name)));
          texts.push(JSON.stringify(window.navigation?.entries?.().map(({ url }) => url)));
          texts.push(JSON.stringify(Object.entries(sessionStorage)), JSON.stringify(Object.entries(localStorage)));
          return texts.join('\n');
        });
        return known.includes(victim.code) ? [`the stranger knows ${known}`] : [];
      });
      await victim.try('what the page can read of the window', async () => {
        const known = await victim.page.run(() => {
          const texts = performance.getEntries().map(({ name }) => name);
          for (const look of [() => window.own.location.href, () => window.own.document.URL, () => window.own.name]) {
            try {
              texts.push(look());
            } catch {
              // Another origin is there.
            }
          }
          return texts.join('\n');
        });
        // A frame is a resource of the page, which gave its address and knows the code.
        return victim.display === 'popup' && known.includes(victim.code) ? [`the page can read ${known}`] : [];
      });
    });

    against(['popup'], 'of a given window', async (victim) => {
      await victim.open({
        args: { url: victim.stranger('evil.localhost') },
        async first() {
          await victim.page.click('given');
          victim.given = await victim.page.popup();
          await victim.given.until('the old page', () => typeof window.speak === 'function');
          victim.page.popup = async () => victim.given;
        },
      });
      await victim.try('an entry before or after the dialog', async () => {
        const length = await victim.dialog.run(() => history.length);
        return length === 1 ? [] : [`${length} entries`];
      });
      await victim.try('back and forth', async () => {
        await victim.dialog.run(() => {
          history.back();
          history.forward();
          history.go(-1);
        });
        return (await victim.dialog.url()) === victim.url ? [] : ['the window has another page in its history'];
      });
    });
  },
);

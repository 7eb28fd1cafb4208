// Texts that are shown, or stand in attributes, and want to be markup or a script there: labels with a company's name, the
// frame's title, a provider's message.
import { attack } from './support/attack.mjs';

const MARKUP = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '<svg onload="window.pwned=1">',
  '"><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  "' onfocus='window.pwned=1' autofocus='",
  '</h2><style>*{display:none}</style>',
  '</style><script>window.pwned=1</script>',
  '{{constructor.constructor("window.pwned=1")()}}',
  'javascript:window.pwned=1',
  '&lt;img src=x onerror=window.pwned=1&gt;',
  '\u202egnp.exe\u2066',
];

attack(
  import.meta.url,
  {
    wants:
      "A text that comes from somebody else wants to run as a script, or to change what is shown, in the page's own origin.",
    fails: 'every text is set as text or as an attribute by the DOM; nothing is ever parsed as markup.',
  },
  ({ against }) => {
    /** How many elements there are in the page, the modal and the blank popup, by their names; and whether a script ran. */
    const shape = (victim) =>
      victim.page.run(() => {
        const names = [];
        const visit = (root) => {
          for (const element of root.querySelectorAll('*')) {
            names.push(element.localName, ...element.getAttributeNames().filter((name) => name.startsWith('on')));
            if (element.shadowRoot) visit(element.shadowRoot);
          }
        };
        visit(document);
        let pwned = window.pwned;
        try {
          visit(window.own.document);
          pwned ??= window.own.pwned;
        } catch {
          // It shows the dialog.
        }
        return { names: names.join(' '), pwned: pwned ?? null };
      });

    against(['popup', 'modal', 'element'], 'as labels, title and class', async (victim) => {
      let plain;
      for (const text of ['plain', ...MARKUP]) {
        const names = ['title', 'close', 'loading', 'waiting', 'trouble', 'restart', 'blocked'];
        const labels = Object.fromEntries(names.map((name) => [name, text]));
        const frame = victim.display !== 'popup' && { frame: { title: text, className: text } };
        await victim.open({ waits: true, echo: false, options: { labels, ...frame } });
        const seen = await shape(victim);
        plain ??= seen;
        await victim.try(text, async () => {
          const wrong = seen.pwned ? ['a script ran'] : [];
          if (seen.names !== plain.names) wrong.push(`there are other elements: ${seen.names}`);
          return wrong;
        });
        await victim.page.run(() => window.harness.handle().close());
        await victim.page.settlement();
      }
      victim.done();
    });

    against(['popup', 'modal'], 'as words of the dialog', async (victim) => {
      await victim.open({ options: { closeOnError: false } });
      const before = await shape(victim);
      const say = async () => {
        const count = (await victim.page.report()).dialogs.dialog.events.length + 2 * MARKUP.length;
        await victim.dialog.run((texts) => {
          for (const text of texts) {
            window.dialog.post({ type: 'tray.authPopup.error', error: text });
            window.dialog.post({ type: `tray.authpopup.${text}` });
          }
        }, MARKUP);
        await victim.page.until('the events', ({ dialogs }) => dialogs.dialog.events.length === count);
        const after = await shape(victim);
        return after.names === before.names && !after.pwned ? [] : [`there are other elements: ${after.names}`];
      };
      await victim.try('in errors and names', say, { tries: 2 * MARKUP.length, settles: true });
      await victim.dialog.run(() => window.dialog.finish('auth-true'));
      if ((await victim.page.result()).authId !== 'auth-true') victim.accepted.push('another authId');
      victim.done();
    });
  },
);

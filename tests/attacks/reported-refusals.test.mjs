// Where the browser reports that a frame was refused by `frame-ancestors`, the dialog's help is offered at once. It is a hint
// alone, and frames of other origins do not give it.
import assert from 'node:assert/strict';
import { until } from '../e2e/harness/wait.mjs';
import { attack } from './support/attack.mjs';

/** Notes each refusal that the browser reports to this page, also in an attacker's frame. */
const watching = () => {
  window.reported = [];
  window.observer = new ReportingObserver((reports) => {
    for (const { body } of reports) window.reported.push(body.toJSON().blockedURL);
  });
  window.observer.observe();
};

attack(
  import.meta.url,
  {
    wants:
      'Somebody who can put a frame into the page wants to end the dialog, or to have its help offered, by refused frames.',
    fails: "only a frame of the dialog's very origin counts, before the dialog is used, and it ends nothing.",
  },
  ({ against, browser, engine }) => {
    const options = { frame: { stallAfter: 3_600_000 } };
    const refusing = { headers: { 'content-security-policy': "frame-ancestors 'none'" } };
    const address = (host) => browser.server.origin(host) + browser.server.page(() => {}, refusing);
    const more = { early: `((${watching})(), () => {})` };

    /** Waits until a page has had as many reports, where there are such. */
    const reported = (place, count) =>
      engine === 'chromium' && until('the report', () => place.run((most) => window.reported.length >= most, count));

    const stalls = async (victim) =>
      (await victim.page.report()).dialogs.dialog.events.filter(({ type }) => type === 'stalled').length;

    against(['element', 'modal'], 'by refused frames of other origins', async (victim) => {
      await victim.open({ options, more });
      const hosts = ['evil.localhost', 'xdialog.localhost', 'dialog.localhost.evil.localhost', 'localhost'];
      for (const [index, host] of hosts.entries()) {
        await victim.try(host, async () => {
          await victim.page.addFrame(address(host));
          await reported(victim.page, index + 1);
        });
      }
      assert.equal(await stalls(victim), 0);
    });

    against(
      ['element', 'modal'],
      "by a frame of the dialog's origin, which an attacker's frame has",
      async (victim) => {
        await victim.open({ options, more });
        const evil = await victim.frame({ src: victim.stranger('evil.localhost') });
        await victim.try('refused in it', async () => {
          if (engine === 'chromium') await evil.run(watching);
          await evil.run((url) => {
            document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
          }, address('dialog.localhost'));
          await reported(evil, 1);
        });
        assert.equal(await stalls(victim), 0);
      },
    );

    against(
      ['element', 'modal'],
      "by a frame of the dialog's origin in the page: help is offered once at most",
      async (victim) => {
        await victim.open({ options, more });
        for (const time of [1, 2]) {
          await victim.try(`the ${time}. time`, async () => {
            await victim.page.addFrame(address('dialog.localhost'));
            await reported(victim.page, time);
          });
        }
        // None if the dialog has had the focus.
        assert.ok((await stalls(victim)) <= 1);
      },
    );
  },
);

// A frame that the page's own policy refuses ends the dialog as `frame_blocked`; somebody else's refused frame must not.
import { attack } from './support/attack.mjs';

attack(
  import.meta.url,
  {
    wants:
      "Somebody who can put markup into the page wants to end the dialog by a frame that the page's policy refuses.",
    fails:
      "only a refused address of the dialog's very origin counts, and that origin is allowed by a page that works.",
  },
  ({ against, browser }) => {
    against(['element', 'modal', 'popup'], 'by frames of other addresses', async (victim) => {
      const { port } = browser.server;
      await victim.open({
        echo: false,
        headers: { 'content-security-policy': `frame-src http://dialog.localhost:${port}` },
      });
      const addresses = [
        `http://dialog.localhost:${Math.floor(port / 10)}/`,
        `http://dialog.localhost.evil.localhost:${port}/`,
        `http://dialog.localhost:${port}@evil.localhost/`,
        `https://dialog.localhost:${port + 1}/`,
        `http://xdialog.localhost:${port}/`,
        'data:text/html,x',
      ];
      for (const address of addresses) {
        victim.page.allowProblem(/csp: (frame|child|default)-src/);
        await victim.try(address, async () => {
          const before = (await victim.page.report()).problems.length;
          await victim.page.addFrame(address);
          await victim.page.until(`the refusal of ${address}`, ({ problems }) =>
            problems.slice(before).some(({ kind }) => kind === 'csp'),
          );
        });
      }
    });

    against(['element', 'modal'], 'by an event that a script makes', async (victim) => {
      await victim.open({ echo: false });
      victim.page.allowProblem(/csp: frame-src/);
      await victim.try('dispatched at the document', () =>
        victim.page.run((origin) => {
          const init = { disposition: 'enforce', effectiveDirective: 'frame-src', violatedDirective: 'frame-src' };
          const rest = { documentURI: location.href, originalPolicy: 'frame-src', statusCode: 200 };
          const event = { ...init, ...rest, blockedURI: origin, bubbles: true };
          document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', event));
        }, victim.origin),
      );
    });
  },
);

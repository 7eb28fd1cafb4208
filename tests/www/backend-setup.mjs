// The partner's back end with the simulated Tray behind it, for tests without a browser.
import { after, before, beforeEach } from 'node:test';
import { startBackend } from '../../www/backend/server.mjs';
import { simulatedTray } from '../../www/simulated-tray.mjs';
import { serviceByName } from '../../www/tray/catalogue.mjs';
import { visitor } from './demo-client.mjs';

export const PAGE = 'http://localhost:4000';
export const SLACK = 'external_slack_authentication';

/** Both servers for the tests of a `describe`, and for each test a `guest` whom nobody knows yet. */
export class BackendSetup {
  /** What the back end has logged. @type {string[]} */
  log = [];

  constructor() {
    before(async () => {
      this.simulated = await simulatedTray({ port: 0, pageOrigin: PAGE, log: () => {} });
      this.store = this.simulated.tray.store;
      this.backend = await startBackend({
        pageOrigin: PAGE,
        trayGraphqlUrl: this.simulated.graphqlUrl,
        masterToken: this.simulated.masterToken,
        simulation: this.simulated,
        log: (line) => this.log.push(line),
      });
    });
    beforeEach(() => {
      this.guest = this.visitor();
    });
    after(() => Promise.all([this.backend?.close(), this.simulated?.close()]));
  }

  /** Somebody else, at the page or at another origin. */
  visitor(origin = PAGE) {
    return visitor(this.backend.origin, origin);
  }

  /** What the dialog does at its end: an authentication that belongs to the visitor. */
  authenticate(accountId, serviceName = 'slack', name = 'My Slack') {
    const service = serviceByName(serviceName);
    return this.store.saveAuthentication(accountId, { name, service, environmentId: service.environments[0].id });
  }

  /** Signs the guest in and makes what the page has before the first click. */
  async prepare() {
    const { body: account } = await this.guest.call('POST', '/session');
    const { body: offers } = await this.guest.call('GET', '/solutions');
    const [offer] = offers;
    const { body: instance } = await this.guest.call('POST', '/solution-instances', { solutionId: offer.solutionId });
    return { accountId: account.accountId, offer, instance };
  }

  save(instance, authValues, who = this.guest) {
    return who.call('PATCH', `/solution-instances/${instance.id}`, { authValues });
  }
}

// The authorization server of every simulated OAuth service: gives codes after consent, and accepts each once.
import { randomBytes } from 'node:crypto';

export class Provider {
  #grants = new Map();

  /** @returns {string} a code for this client and this redirect URI only */
  grant({ clientId, redirectUri, scope }) {
    const code = randomBytes(16).toString('hex');
    this.#grants.set(code, { clientId, redirectUri, scope });
    return code;
  }

  /** @returns {boolean} whether the code is known, unused, and for this client and redirect URI */
  exchange(code, { clientId, redirectUri }) {
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    return grant !== undefined && grant.clientId === clientId && grant.redirectUri === redirectUri;
  }
}

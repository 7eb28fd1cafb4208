import { Auth0Client } from '@auth0/auth0-spa-js';

export const click = () =>
  new Auth0Client({ domain: 'acme.auth0.example', clientId: 'acme' }).loginWithPopup().catch(() => {});

import { UserManager } from 'oidc-client-ts';

export const click = () =>
  new UserManager({
    authority: 'https://issuer.example',
    client_id: 'acme',
    redirect_uri: 'https://acme.example/callback',
    metadata: { authorization_endpoint: 'https://issuer.example/authorize', issuer: 'https://issuer.example' },
  })
    .signinPopup()
    .catch(() => {});

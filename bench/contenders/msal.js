// It must be initialised before the click.
import { PublicClientApplication } from '@azure/msal-browser';

let app;
export const ready = async () => {
  app = new PublicClientApplication({
    auth: {
      clientId: '00000000-0000-0000-0000-000000000000',
      authority: 'https://login.microsoftonline.com/common',
      redirectUri: location.origin,
    },
  });
  await app.initialize();
};
export const click = () => app.loginPopup({ scopes: ['openid'] }).catch(() => {});

// Opens its window in the click; its Connect UI is an iframe that posts messages.
import Nango from '@nangohq/frontend';

export const click = () => new Nango({ connectSessionToken: 'token' }).auth('github').catch(() => {});
export const connect = (baseURL, onEvent) =>
  new Nango({ connectSessionToken: 'token' }).openConnectUI({ baseURL, apiURL: baseURL, onEvent });

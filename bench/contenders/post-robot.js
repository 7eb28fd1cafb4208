// A messenger between windows: who opens them is left to the page.
import { on } from 'post-robot';

export const follow = (source, origin) => {
  const listener = on('finish', { window: source, domain: origin }, () => {});
  return { close: () => listener.cancel() };
};
export const click = () => {
  const popup = open('', '_blank', 'popup,width=500,height=700');
  follow(popup, 'https://acme.example');
};

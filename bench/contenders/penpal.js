// A messenger between windows: who opens them is left to the page.
import { connect, WindowMessenger } from 'penpal';

export const follow = (source, origin) => {
  const messenger = new WindowMessenger({ remoteWindow: source, allowedOrigins: [origin] });
  const connection = connect({ messenger, methods: { finish() {} } });
  connection.promise.catch(() => {});
  return { close: () => connection.destroy() };
};
export const click = () => {
  const popup = open('', '_blank', 'popup,width=500,height=700');
  follow(popup, 'https://acme.example');
};

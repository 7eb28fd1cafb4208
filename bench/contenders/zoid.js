import { create } from 'zoid';

export const click = () => {
  const component = create({ tag: 'auth-dialog', url: 'https://acme.example/dialog', defaultContext: 'popup' });
  return component({})
    .render('body', 'popup')
    .catch(() => {});
};

// What a careful partner would write without a package: a window in the click, then the same checks in the same order.
const DIALOG = 'https://acme.integration-configuration.com';

/** @param {Window} source @param {string} origin @returns {{ result: Promise<object>, close: () => void }} */
export function follow(source, origin) {
  let done;
  const result = new Promise((resolve) => {
    done = resolve;
  });
  const listen = (event) => {
    if (!event.isTrusted || !event.source || event.source !== source || event.origin !== origin) return;
    const { type, authId, authType } = event.data;
    if (type !== 'tray.authpopup.finish' || typeof authId !== 'string') return;
    removeEventListener('message', listen);
    done({ authId, authType });
  };
  addEventListener('message', listen);
  return { result, close: () => removeEventListener('message', listen) };
}

export function click() {
  const left = Math.round(screenX + (outerWidth - 500) / 2);
  const top = Math.round(screenY + (outerHeight - 700) / 2);
  const popup = open('', '_blank', `popup,width=500,height=700,left=${left},top=${top}`);
  if (!popup) throw new Error('The popup was blocked.');
  popup.location.replace(`${DIALOG}/external/auth/create/acme?code=c0de`);
  return follow(popup, DIALOG);
}

// Posts a forged finish once it has loaded: `?times=` times, with `?authId=`, to the window that `?to=` names.
const query = new URLSearchParams(location.search);
const named = query.get('to') === 'top.opener' ? window.top.opener : undefined;
const host = named ?? window.opener ?? window.parent;
const message = { type: 'tray.authpopup.finish', authId: query.get('authId') ?? 'auth-forged' };
for (let times = Number(query.get('times') ?? 1); times > 0; times--) host.postMessage(message, '*');

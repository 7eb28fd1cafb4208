// The host names that the simulation accepts. It listens on loopback, but another site could point its own name there (DNS rebinding).

/** @param {string | undefined} hostname without a port */
export const isLoopbackName = (hostname) =>
  hostname === 'localhost' ||
  hostname === '127.0.0.1' ||
  hostname === '[::1]' ||
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost$/.test(hostname ?? '');

/** @param {string} text */
export function isLoopbackUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'http:' && isLoopbackName(url.hostname);
}

/** Answers 421 to a request whose Host is not a name of this machine. */
export function requireLoopbackHost(request, response, next) {
  // A host with an invalid port has no origin.
  if (isLoopbackName(request.hostname?.toLowerCase()) && URL.canParse(`http://${request.headers.host}`)) return next();
  response.status(421).type('text').send('The simulated Tray answers only to localhost, *.localhost and 127.0.0.1.');
}

/** The origin that the request was sent to. Use it only after `requireLoopbackHost`. */
export const originOf = (request) => new URL(`http://${request.headers.host}`).origin;

// A visitor of the back end without a browser: keeps the session's cookie and sends what the page would send.

/**
 * @param {string} backendOrigin
 * @param {string} pageOrigin
 */
export function visitor(backendOrigin, pageOrigin) {
  let cookie;

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]  a string is sent as it is
   * @param {Record<string, string>} [headers]
   */
  async function call(method, path, body, headers = {}) {
    const response = await fetch(`${backendOrigin}/api${path}`, {
      method,
      headers: {
        origin: pageOrigin,
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const set = response.headers.getSetCookie()[0];
    if (set) cookie = set.split(';')[0];
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      setCookie: set,
      text,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined,
    };
  }

  return { call };
}

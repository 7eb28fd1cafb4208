// @ts-check
// The page's own `Cross-Origin-Opener-Policy` header, which only a request for its own URL can tell. Imports nothing.

const PATIENCE = 1_000; // ms

/**
 * Top-level pages over https (or on loopback) alone: elsewhere browsers ignore the header, or it is the top page's that counts.
 * @returns {Promise<string | undefined>} `undefined` if it is not known; '' if there is none
 */
export async function ownHeader() {
  if (!window.isSecureContext || window !== window.top || !/^https?:$/.test(location.protocol)) return undefined;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const { ok, headers } = await fetch(location.href, {
      method: 'HEAD',
      credentials: 'same-origin',
      // Not 'error', which the console would tell of: a URL that leads elsewhere by now is not followed.
      redirect: 'manual',
      signal: controller.signal,
    });
    // A server that knows no HEAD answers with an error, whose headers may be others.
    return ok ? (headers.get('cross-origin-opener-policy') ?? '') : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

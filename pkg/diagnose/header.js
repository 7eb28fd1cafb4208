// @ts-check
// The page's own `Cross-Origin-Opener-Policy` header, which only a request for its own URL can read. Imports nothing.

const PATIENCE = 1_000; // ms

/**
 * Only for top-level pages over https (or on loopback): elsewhere browsers ignore the header, or the top page's header counts.
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
      // Not 'error', which would show in the console. A redirect is not followed.
      redirect: 'manual',
      signal: controller.signal,
    });
    // A server without HEAD answers with an error, which may have other headers.
    return ok ? (headers.get('cross-origin-opener-policy') ?? '') : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

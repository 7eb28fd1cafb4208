// Codes that describe themselves, for tests: `sim:double-finish`, or `sim:` and base64url of a behaviour as JSON. Runs in browsers too.

/**
 * A code that needs no back end: it belongs to a user of its own, never expires, and works with any instance id.
 * @param {string | object} behaviour a case's name or a behaviour
 */
export function simCode(behaviour = {}) {
  if (typeof behaviour === 'string') return `sim:${behaviour}`;
  const bytes = new TextEncoder().encode(JSON.stringify(behaviour));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `sim:${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/**
 * @param {unknown} code
 * @returns {unknown} a case's name or something that may be a behaviour; `undefined` for an ordinary code
 */
export function readSimCode(code) {
  if (typeof code !== 'string' || !code.startsWith('sim:')) return undefined;
  const text = code.slice(4);
  if (!/^e(y|30$)/.test(text)) return text; // the start of `{"` and `{}` in base64; no name of a case starts like this
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return text;
  }
}

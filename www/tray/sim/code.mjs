// Codes that describe themselves, for tests: `sim:double-finish`, or `sim:` and base64url of a behaviour as JSON. Runs in browsers too.

/**
 * A code that needs no back end: it belongs to a user of its own, never expires, and any instance id will do with it.
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
  if (!/^e(y|30$)/.test(text)) return text; // how base64 of `{"` and of `{}` begins, and no case's name
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return text;
  }
}

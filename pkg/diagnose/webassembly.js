// @ts-check
// Whether this package's WebAssembly runs here. Imports nothing.

/**
 * A module with the features that this package needs (scripts/build/binaryen.mjs): bulk memory, multiple values, sign
 * extension, saturating conversions, mutable globals.
 */
const FEATURES = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 12, 2, 96, 1, 124, 2, 127, 127, 96, 0, 2, 127, 127, 3, 2, 1, 0, 5, 4, 1, 1, 1, 1, 6,
  6, 1, 127, 1, 65, 0, 11, 7, 5, 1, 1, 103, 3, 0, 10, 20, 1, 18, 0, 65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 1, 192, 32, 0,
  252, 2, 11,
];

/** @returns {import('../diagnose.js').FindingCode | undefined} */
export function webAssembly() {
  if (typeof WebAssembly !== 'object') return 'no_webassembly';
  const bytes = Uint8Array.from(FEATURES);
  if (!WebAssembly.validate(bytes)) return 'webassembly_too_old';
  try {
    // Safari compiles a module even if a policy forbids it, and refuses it only when it should run.
    new WebAssembly.Instance(new WebAssembly.Module(bytes));
  } catch (error) {
    // Another error, such as too little memory, says nothing about the page.
    if (error instanceof WebAssembly.CompileError || error instanceof EvalError) return 'webassembly_forbidden';
  }
  return undefined;
}

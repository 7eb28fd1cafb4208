// Bytes as text that any JavaScript file can hold, and the module that turns the text back: in WebAssembly, because the text
// is read in a page's first click, where JavaScript is interpreted at first and takes several times as long
// (docs/speed.md).
//
// Each byte is one character, or a few shifts and one. Most bytes that are ASCII stand for themselves, so that what is text in
// the module (names, messages) is text here, which compression knows; the letters from J to _ are rare in it, and stand for
// the lowest bytes, which are the most frequent ones. A shift adds to the character behind it. Characters that a string or a
// page of HTML must escape are left out, and all are ASCII, so that neither a bundler nor a page's encoding changes them.
//
// docs/size.md has what this and other encodings weigh.

/** What a string or a page of HTML must escape stands for nothing. */
const reserved = '"\\<';

/** The shifts, and what they add: of the pairs that reach every byte, one of those that compress best. */
const shifts = { '{': 89, '}': 175 };

/** The first of the characters that stand for the lowest bytes, and how many these are. */
const [LOW, LOWEST] = [74, 22];

/** @param {Uint8Array} bytes @returns {string} */
export function encode(bytes) {
  const texts = allTexts();
  return Array.from(bytes, (byte) => texts[byte]).join('');
}

/** @returns {string[]} the shortest text of each byte */
function allTexts() {
  /** @type {string[]} */
  const texts = [];
  let prefixes = [{ prefix: '', added: 0 }];
  while (Object.keys(texts).length < 256) {
    for (const { prefix, added } of prefixes) {
      for (let code = 32; code < 127; code++) {
        const character = String.fromCharCode(code);
        if (reserved.includes(character) || character in shifts) continue;
        const isLow = added === 0 && code >= LOW && code < LOW + LOWEST;
        texts[isLow ? code - LOW : (code + added) % 256] ??= prefix + character;
      }
    }
    prefixes = prefixes.flatMap(({ prefix, added }) =>
      Object.entries(shifts).map(([shift, more]) => ({ prefix: prefix + shift, added: added + more })),
    );
  }
  return texts;
}

/**
 * The way back: `d` turns the text at the beginning of the memory `m` into the bytes there, and says how many they are.
 * Both shifts are odd, and none of the other characters from `{` on is; what they add comes of one multiplication.
 * @param {number} length of the text
 * @returns {string} a module of WebAssembly, in its text format
 */
export const decoder = (length) => `
(module
  (memory (export "m") ${Math.max(1, Math.ceil(length / 65_536))})
  (func (export "d") (param $length i32) (result i32)
    (local $from i32) (local $to i32) (local $added i32) (local $code i32)
    (loop $next
      (local.set $code (i32.load8_u (local.get $from)))
      (if (i32.and (i32.gt_u (local.get $code) (i32.const 122)) (local.get $code))
        (then
          (local.set $added
            (i32.add (local.get $added) (i32.add (i32.mul (local.get $code) (i32.const 43)) (i32.const -80)))))
        (else
          (i32.store8
            (local.get $to)
            (i32.add
              (local.get $code)
              (select
                (i32.const -${LOW})
                (local.get $added)
                (i32.lt_u
                  (i32.or (i32.sub (local.get $code) (i32.const ${LOW})) (local.get $added))
                  (i32.const ${LOWEST})))))
          (local.set $added (i32.const 0))
          (local.set $to (i32.add (local.get $to) (i32.const 1)))))
      (br_if $next
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 1))) (local.get $length))))
    (local.get $to)))
`;

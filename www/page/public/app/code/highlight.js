// Splits code into comments, strings, keywords and tags, to show them in colour.

const KEYWORDS = 'async|await|catch|const|export|for|from|function|if|import|let|of|return|true|try';

const parts = new RegExp(
  [
    '(?<comment>(?<!:)//.*|<!--.*?-->)',
    `(?<string>'(?:[^'\\\\\\n]|\\\\.)*'|"[^"\\n]*")`,
    '(?<tag></?[a-z][\\w-]*|/>)',
    `(?<![\\w.-])(?<keyword>${KEYWORDS})(?![\\w-]|:)`,
  ].join('|'),
  'g',
);

/**
 * @param {string} code
 * @returns {{ kind?: 'comment' | 'string' | 'tag' | 'keyword', text: string }[]}  together they are the code
 */
export function highlighted(code) {
  const found = [];
  let end = 0;
  for (const { 0: text, index, groups } of code.matchAll(parts)) {
    const [kind] = Object.entries(groups).find(([, match]) => match !== undefined);
    found.push({ text: code.slice(end, index) }, { kind, text });
    end = index + text.length;
  }
  return [...found, { text: code.slice(end) }].filter(({ text }) => text);
}

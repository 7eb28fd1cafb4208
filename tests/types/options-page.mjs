// The tables of docs/options.md, made of what pkg/index.d.ts declares and says of each option, so that neither is written twice.
//
//   node tests/types/options-page.mjs --update     writes them anew
import { readFileSync } from 'node:fs';
import { readMarked, table, writeMarked } from '../../scripts/lib/marked.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { isMain } from '../../scripts/lib/stop.mjs';
import { compilers } from './support.mjs';

const page = inRoot('docs', 'options.md');

/** The tables: the interfaces whose properties each of them has. */
const tables = {
  'which dialog': ['OpenOptions', 'SolutionTarget', 'EditTarget', 'ServiceTarget', 'UrlTarget'],
  'how it is shown': ['ShowOptions'],
  popup: ['PopupOptions'],
  frame: ['FrameOptions'],
  labels: ['Labels'],
  'every dialog': ['CommonOptions'],
};

/** In a cell of a table. @param {string} text */
const cell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (/** @type {string} */ text) => `\`${cell(text)}\``;

/** The comment of a declaration: what it says, and its default. @param {any} ts @param {any} node */
function saidOf(ts, node) {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'defaultValue');
  // On one line with the text, TypeScript takes the tag for text.
  const [text, inline] = (ts.getTextOfJSDocComment(node.jsDoc?.at(-1)?.comment) ?? '').split('@defaultValue');
  return {
    // A link of the types is a name here.
    text: text.replace(/\{@link ([^}]+?)\s*\}/g, '`$1`'),
    byDefault: inline ?? (tag ? ts.getTextOfJSDocComment(tag.comment) : ''),
  };
}

/**
 * @param {any} ts the compiler
 * @param {string} text of the types
 * @returns {Record<keyof typeof tables, string>} each table in Markdown
 */
export function optionTables(ts, text) {
  const file = ts.createSourceFile('index.d.ts', text, ts.ScriptTarget.Latest, true);
  const interfaces = new Map(file.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]));
  const rowsOf = (/** @type {string} */ name) =>
    interfaces.get(name).members.flatMap((member) => {
      const type = member.type
        .getText()
        .replace(/\s*\|\s*undefined$/, '')
        .replace(/^\|\s*/, '');
      // What one kind of dialog forbids.
      if (type === 'undefined') return [];
      const { text: said, byDefault } = saidOf(ts, member);
      const kind = code(type.replace(/^\((.*)\)$/s, '$1')) + (byDefault ? `, by default ${cell(byDefault)}` : '');
      return [{ name: member.name.text, kind, said: cell(said) }];
    });
  const options = Object.entries(tables).map(([title, names]) => {
    const rows = new Map();
    // Where several kinds of dialog take an option, the one that says something of it counts.
    for (const row of names.flatMap(rowsOf)) if (!rows.get(row.name)?.said) rows.set(row.name, row);
    const own = [...rows.values()].filter(({ name }) => !['popup', 'frame', 'labels'].includes(name));
    // Two columns, so that a table fits on a page and on a phone.
    const cells = own.map(({ name, kind, said }) => [code(name), `${kind}<br>${said}`]);
    return [title, table(['option', 'type, and what it does'], cells)];
  });
  return Object.fromEntries(options);
}

/** @returns {Promise<ReturnType<typeof optionTables>>} of the package */
export const currentTables = async () =>
  optionTables((await compilers())('typescript-5.0'), readFileSync(inRoot('pkg', 'index.d.ts'), 'utf8'));

/** What the page has. @param {string} title */
export const shownTable = (title) => readMarked(page, `options: ${title}`);

if (isMain(import.meta.url)) {
  if (!process.argv.includes('--update')) throw new Error('Say --update.');
  for (const [title, content] of Object.entries(await currentTables())) writeMarked(page, `options: ${title}`, content);
}

// Shows the package's documents as pages. They are below /package/ at the same paths as in the repository, so their links work.
import { readFile } from 'node:fs/promises';
import express, { Router } from 'express';
import MarkdownIt from 'markdown-it';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { highlighted } from './public/app/code/highlight.js';

const DOCUMENT = /^\/(?:(?:bench|docs|fuzz|tests|tools|www)\/(?:[\w-]+\/)*)?[\w-]+\.md$/;

/** What the documents link to besides each other: sources, tests, pictures and licences. */
const LINKED =
  /^\/((bench|docs|examples|fuzz|pkg|scripts|src|tests|tools|www)\/.+\.(css|html|js|jsx|json|mjs|rs|svg|ts|txt|png|webp)|LICENSE-[A-Z0-9-]+|THIRD-PARTY-NOTICES)$/;
const PICTURE = /\.(svg|png|webp)$/;

export function documents() {
  const router = Router();
  router.get(DOCUMENT, async (request, response, next) => {
    let source;
    try {
      source = await readFile(inRoot(request.path.slice(1)), 'utf8');
    } catch {
      return next(); // not found
    }
    response.type('html').send(page(source));
  });
  router.use((request, _response, next) => next(LINKED.test(request.path) ? undefined : 'router'));
  const setHeaders = (response, path) => PICTURE.test(path) || response.type('text/plain');
  router.use(express.static(inRoot(), { index: false, redirect: false, cacheControl: false, setHeaders }));
  return router;
}

/** @param {string} source  Markdown */
function page(source) {
  const text = source.replace(/^---\n.*?\n---\n/s, ''); // front matter, for the documentation site
  const title = /^# (.*)$/m.exec(text)?.[1] ?? 'tray-auth-dialog';
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escaped(title.replaceAll('`', ''))} · tray-auth-dialog</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/styles/base.css">
  <link rel="stylesheet" href="/styles/code.css">
  <link rel="stylesheet" href="/styles/document.css">
</head>
<body>
  <header class="top">
    <a href="/">← The demo</a>
    <nav aria-label="Documentation"><a href="/package/README.md#documentation">All documents</a></nav>
  </header>
  <main class="document">
${markdown.render(text)}
  </main>
</body>
</html>
`;
}

/** HTML is safe here, because the documents are our own. */
const markdown = new MarkdownIt({ html: true });

// Code and wide tables scroll on their own, also with the keyboard.
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
markdown.renderer.rules.fence = (tokens, index) =>
  `<pre tabindex="0"><code>${inColour(tokens[index].content)}</code></pre>\n`;

markdown.core.ruler.push('names_of_headings', ({ tokens }) => {
  const taken = new Map();
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const name = nameOf(tokens[index + 1]);
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    token.attrSet('id', before ? `${name}-${before}` : name);
  });
});

/** The anchor that GitHub gives a heading, which the documents' links use. @param {import('markdown-it').Token} inline */
const nameOf = ({ children }) =>
  children
    .map(({ content }) => content)
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');

/** @param {string} code */
function inColour(code) {
  return highlighted(code)
    .map(({ kind, text }) => (kind ? `<span class="code-${kind}">${escaped(text)}</span>` : escaped(text)))
    .join('');
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

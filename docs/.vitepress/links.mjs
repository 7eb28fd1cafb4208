// Links of the pages, which are written for the files as they lie in the repository, for the site: to pages of it, or plain text.
import { dirname, relative } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { pagesAtTheRoot } from './sidebar.mjs';

/** @param {string} file relative to the repository @returns {string | undefined} its address on the site */
function addressOf(file) {
  if (pagesAtTheRoot.includes(file)) return `/${file.toLowerCase()}`;
  return /^docs\/[\w-]+\.md$/.test(file) ? file.slice('docs'.length) : undefined;
}

/**
 * @param {string} link @param {string} page the file that has it
 * @returns {string | undefined} the link on the site; nothing for a file that is only in the repository
 */
export function onSite(link, page) {
  if (/^([a-z]+:|#|\/)/.test(link)) return link;
  const { pathname, hash } = new URL(link, `file://${dirname(page)}/`);
  const file = relative(inRoot(), decodeURI(pathname));
  const address = addressOf(file);
  return address && address + hash;
}

/** @param {import('markdown-it').default} markdown */
export function siteLinks(markdown) {
  markdown.core.ruler.push('links-of-the-site', ({ tokens, env }) => {
    const page = env.realPath ?? env.path;
    for (const { children } of tokens) {
      for (const [at, token] of (children ?? []).entries()) {
        if (token.type !== 'link_open') continue;
        const link = onSite(String(token.attrGet('href')), page);
        if (link !== undefined) {
          token.attrSet('href', link);
          continue;
        }
        const end = children?.find((other, index) => index > at && other.type === 'link_close');
        for (const one of [token, end]) if (one) Object.assign(one, { type: 'text', tag: '', nesting: 0, content: '' });
      }
    }
  });
}

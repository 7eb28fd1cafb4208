// The site of the documentation: `npm run docs` serves it, `npm run docs:build` writes it into target/docs-site/. The pages are
// the files as they stand in docs/ and at the root of the repository; nothing is copied.
import { readdirSync } from 'node:fs';
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { siteLinks } from './links.mjs';
import { pagesAtTheRoot, sidebar } from './sidebar.mjs';

const built = (/** @type {string} */ name) => inRoot('target', name);

export default defineConfig({
  title: 'tray-auth-dialog',
  description: "Tray's auth-only dialog in a popup or an iframe, with a typed result",
  lang: 'en',
  srcDir: inRoot(),
  srcExclude: readdirSync(inRoot(), { withFileTypes: true })
    .filter(({ name }) => name !== 'docs' && !pagesAtTheRoot.includes(name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/**` : entry.name)),
  // Where a page stands on the site: /errors.html, /security.html.
  rewrites: {
    'docs/:page': ':page',
    ...Object.fromEntries(pagesAtTheRoot.map((name) => [name, name.toLowerCase()])),
  },
  outDir: built('docs-site'),
  cacheDir: built('docs-cache'),
  metaChunk: true,
  // The demo, which is there while it runs.
  ignoreDeadLinks: 'localhostLinks',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // The anchors that GitHub makes, so that one link is right in both places.
    anchor: { slugify: (heading) => slug(heading) },
    config: (markdown) => siteLinks(markdown),
  },
  vite: {
    resolve: { alias: { './VPHome.vue': inRoot('docs', '.vitepress', 'theme', 'Home.mjs') } },
    // It is served from the root of the repository, of which it needs to watch its pages alone.
    server: { watch: { ignored: ['**/target/**', '**/.git/**', '**/tests/**', '**/node_modules/**'] } },
  },
  themeConfig: {
    sidebar,
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    footer: { message: 'Unofficial: not made or endorsed by Tray. MIT or Apache-2.0.' },
  },
});

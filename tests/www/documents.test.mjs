// The documents that the demo links to, as pages: every link in them leads somewhere, and nothing else of the machine is served.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemo } from '../../www/serve.mjs';

describe('the documents in the demo', () => {
  let demo;
  before(async () => {
    demo = await startDemo({ ports: 0 });
  });
  after(() => demo?.close());

  const get = async (path) => {
    const response = await fetch(new URL(path, demo.pageUrl));
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };

  it('are reached from the first page, and no link in them is dead, nor any place in a page', async () => {
    const pages = new Map();
    const todo = [demo.pageUrl];
    const dead = [];
    while (todo.length > 0) {
      const url = new URL(todo.pop());
      const { hash } = url;
      url.hash = '';
      const isNew = !pages.has(url.href);
      if (isNew) pages.set(url.href, await get(url));
      const { status, type, text } = pages.get(url.href);
      const isPage = type?.startsWith('text/html');
      if (status !== 200 || (isPage && hash && !text.includes(`id="${hash.slice(1)}"`))) dead.push(url.href + hash);
      if (!isNew || !isPage) continue;
      for (const [, link] of text.matchAll(/<a href="([^"]+)"/g)) {
        const to = new URL(link.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), url);
        if (to.origin === url.origin && !to.search) todo.push(to.href);
      }
    }
    assert.deepEqual(dead, []);
    const documents = [...pages].filter(([url]) => url.endsWith('.md'));
    assert.ok(documents.length > 15, `${documents.length} documents`);
    for (const [url, { text, type }] of documents) {
      assert.match(type, /^text\/html/, url);
      assert.equal(text.match(/<h1[ >]/g).length, 1, `${url} has one title`);
    }
  });

  it('show code as code, in colour, and never as markup of the page', async () => {
    const { text } = await get('/package/docs/frameworks.md');
    assert.match(text, /<span class="code-tag">&#60;tray-auth-button<\/span>/);
    assert.match(text, /<span class="code-keyword">import<\/span>/);
    assert.doesNotMatch(text, /<script|<tray-auth-button/);
  });

  it('bring sources as text, and pictures as pictures', async () => {
    assert.match((await get('/package/pkg/index.d.ts')).type, /^text\/plain/);
    assert.match((await get('/package/SECURITY.md')).type, /^text\/html/);
    assert.match((await get('/package/docs/speed-bytes.svg')).type, /^image\/svg/);
  });

  for (const path of [
    '.git/config',
    '.git/config.md',
    'node_modules/helmet/package.json',
    'node_modules/helmet/README.md',
    'package.json',
    'docs/%2e%2e/package.json',
    'docs/..%2f..%2fetc%2fpasswd.txt',
    'docs/.hidden/secret.txt',
    'docs/no-such.md',
    'docs',
  ])
    it(`do not bring ${path}`, async () => {
      assert.equal((await get(`/package/${path}`)).status, 404);
    });
});

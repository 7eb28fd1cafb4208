// Serves the host pages, the dialogs under a test's control and the built package, under any loopback host name.
//
// One server, one port, many sites: `localhost`, `127.0.0.1` and every `*.localhost` name reach it and are cross-site
// to each other, while its pages decide by nothing but the path.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { entryFile, packageFile } from './package-files.mjs';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));
const types = {
  html: 'text/html',
  xhtml: 'application/xhtml+xml',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  wasm: 'application/wasm',
};

/** A body with the content type of its path. */
const file = (path, body) => ({
  headers: { 'content-type': `${types[path.split('.').at(-1)] ?? 'application/octet-stream'}; charset=utf-8` },
  body,
});

/** What does not change while the server runs is cached by the browser. */
const lasting = ({ headers, body }) => ({ headers: { 'cache-control': 'max-age=3600', ...headers }, body });

const asModule = (source) => file('module.js', source);
const notFound = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found' };

/** Where the package's files are served: as if installed. */
const PACKAGE = '/node_modules/tray-auth-dialog';

/** Functions for the pages are sent as source, and so run as the page's own code, in its realm. */
const functionsModule = (functions, args) =>
  `export const args = ${JSON.stringify(args ?? {})};\nexport const functions = {\n${Object.entries(functions)
    .map(([name, fn]) => `${JSON.stringify(name)}: ${fn},`)
    .join('\n')}\n};\n`;

export class TestServer {
  /** What was asked for, in order: `{ method, host, path, search, headers }`. */
  requests = [];
  #visits = new Map();
  #dialogs = new Map();
  #others = new Map();
  #held = new Map();
  /** Answers a request, whichever server took it. */
  handle = (request, response) => void this.#serve(request, response);
  #server = createServer(this.handle);

  async start() {
    await new Promise((resolve, reject) => this.#server.once('error', reject).listen(0, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
    return this;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** @param {string} host such as `dialog.localhost` */
  origin(host) {
    return `http://${host}:${this.port}`;
  }

  /**
   * Prepares a host page. @returns {string} its path
   * @param {{ handlers: Record<string, Function>, args?: object, headers?: object, entry?: string, page?: string,
   *   head?: { status: number, headers?: object } }} visit `head`: what a `HEAD` request for the page gets instead
   */
  visit({ handlers, args, headers = {}, entry = '.', page = 'host.html', head }) {
    const id = randomUUID();
    // The entry without WebAssembly is for pages that forbid it: unless a test says otherwise, these do.
    const policy = entry === './js' ? { 'content-security-policy': "script-src 'self'" } : {};
    this.#visits.set(id, {
      source: functionsModule(handlers, args),
      headers: { ...policy, ...headers },
      entry,
      page,
      head,
    });
    return `/visit/${id}/`;
  }

  /**
   * Prepares a dialog page that runs `script(dialog, args)` when it has loaded. @returns {string} the authorization
   * code that leads to it, which is a secret: no event, message or log of the host page may hold it. `delay`: until the server
   * answers, ms.
   */
  dialog(script = () => {}, { headers = {}, args, status = 200, delay = 0 } = {}) {
    const code = `code-${randomUUID()}`;
    this.#dialogs.set(code, { source: functionsModule({ script }, args), headers, status, delay });
    return code;
  }

  /**
   * Prepares a page of somebody else, which runs `script(args)` before it has loaded. Its script is inline and classic, so
   * that it runs in an opaque origin too. @returns {string} its path, under which every host name serves it
   */
  page(script, { headers, args = {} } = {}) {
    const source = `(${script})(${JSON.stringify(args)})`.replaceAll('</', '<\\/');
    const html = `<!doctype html><meta charset="utf-8"><title>Stranger</title><body><script>${source}</script>`;
    return this.serve(html, { ...file('page.html').headers, ...headers });
  }

  /** Serves a body as it is, such as a worker's script. @returns {string} its path */
  serve(body, headers = file('script.js').headers) {
    const path = `/other/${randomUUID()}`;
    this.#others.set(path, { headers, body });
    return path;
  }

  /** All codes given out so far. */
  get secrets() {
    return [...this.#dialogs.keys()];
  }

  /** A path whose answer is held back until the test calls `release(text)`. */
  hold() {
    const path = `/held/${randomUUID()}`;
    let release;
    this.#held.set(path, new Promise((resolve) => (release = resolve)));
    return {
      path,
      release: (text, status = 200) => release({ status, headers: { 'content-type': 'text/plain' }, body: text }),
    };
  }

  /** The requests for dialogs that came with this code. */
  dialogRequests(code) {
    return this.requests.filter((request) => new URLSearchParams(request.search).get('code') === code);
  }

  async #serve(request, response) {
    const { pathname, search } = new URL(request.url, 'http://any');
    const { method } = request;
    this.requests.push({ method, host: request.headers.host, path: pathname, search, headers: request.headers });
    const head = method === 'HEAD' && this.#visits.get(pathname.split('/')[2])?.head;
    const {
      status = 200,
      headers,
      body,
    } = head ||
    (await this.#answer(pathname, new URLSearchParams(search)).catch((error) => ({
      status: 500,
      headers: { 'content-type': 'text/plain' },
      body: String(error.stack),
    })));
    response.writeHead(status, { 'cache-control': 'no-store', ...headers });
    response.end(method === 'HEAD' ? undefined : body);
  }

  async #answer(path, query) {
    if (path.startsWith('/external/auth/')) return this.#dialogPage(query.get('code'));
    if (path.startsWith('/dialog-script/'))
      return asModule(this.#dialogs.get(path.split('/')[2])?.source ?? 'export {};');
    if (path.startsWith('/visit/')) return this.#visitFile(...path.split('/').slice(2));
    if (path.startsWith('/pages/')) {
      const page = lasting(file(path, await readFile(pages + path.slice('/pages/'.length))));
      if (path.endsWith('coop.html')) page.headers['cross-origin-opener-policy'] = 'same-origin';
      return page;
    }
    if (path.startsWith(`${PACKAGE}/`) || path.startsWith(`/copy${PACKAGE}/`)) {
      const body = await packageFile(path.slice(path.indexOf(PACKAGE) + PACKAGE.length));
      return body ? lasting(file(path, body)) : notFound;
    }
    if (this.#others.has(path)) return this.#others.get(path);
    if (this.#held.has(path)) return this.#held.get(path);
    if (path === '/favicon.ico') return { status: 204, headers: {} };
    return notFound;
  }

  async #dialogPage(code) {
    const dialog = this.#dialogs.get(code);
    if (!dialog) return notFound;
    if (dialog.delay) await new Promise((resolve) => setTimeout(resolve, dialog.delay));
    const { headers, body } = file('dialog.html', await readFile(`${pages}dialog.html`));
    return { status: dialog.status, headers: { ...headers, ...dialog.headers }, body };
  }

  async #visitFile(id, name) {
    const visit = this.#visits.get(id);
    if (!visit) return notFound;
    if (name === '')
      return { headers: { ...file(visit.page).headers, ...visit.headers }, body: await readFile(pages + visit.page) };
    if (name === 'handlers.js') return asModule(visit.source);
    // The page imports "./package" and lands on the file that `exports` names, under its own address.
    if (name === 'package') return { status: 302, headers: { location: PACKAGE + entryFile(visit.entry) } };
    if (name === 'module') return { status: 302, headers: { location: PACKAGE + entryFile('./slim.wasm') } };
    if (name === 'copy') return { status: 302, headers: { location: `/copy${PACKAGE}${entryFile(visit.entry)}` } };
    return notFound;
  }
}

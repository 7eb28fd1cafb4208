// One project of a slow tool: made from its folder in projects/, installed by npm, with the package from the tarball.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startListening, stop } from '../../e2e/harness/processes.mjs';
import { run } from '../support/install.mjs';
import { serve } from '../support/serve.mjs';
import { unpackInto } from '../support/tarball.mjs';
import { temporaryFolder } from '../support/temporary.mjs';

const projects = fileURLToPath(new URL('projects/', import.meta.url));
const connect = fileURLToPath(new URL('../apps/connect.js', import.meta.url));

/** On a busy machine with a cold cache these take long; a tool that hangs ends all the same. */
const longestMs = 20 * 60_000;

/** What every runtime without a page must answer: projects/runtime.js. */
const answer = {
  url: 'https://embedded.tray.io/external/auth/edit/acme/auth-1?code=code-1',
  message: { type: 'finish', authId: 'auth-1' },
  open: 'not_in_browser',
};

export class SlowProject {
  /** @param {import('../support/browser.mjs').Visitor} browser */
  constructor(browser) {
    this.browser = browser;
  }

  /** @param {string} name of its folder @param {{ shared?: string }} where the file that its kind shares goes */
  async install(name, { shared }) {
    this.folder = temporaryFolder(name);
    cpSync(join(projects, name), this.folder, { recursive: true });
    // Tools that lint what they build have rules of their own for a page like that.
    const text = readFileSync(shared.endsWith('runtime.js') ? join(projects, 'runtime.js') : connect, 'utf8');
    writeFileSync(this.path(shared), `/* eslint-disable */\n${text}`);
    // Scripts of packages run only where the project's `allowScripts` says so, or npm does not know that field yet.
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], this.options());
    await unpackInto(this.path('node_modules'));
  }

  path(...parts) {
    return join(this.folder, ...parts);
  }

  /** The Node that the project brings, if it brings one, else this one. @returns {Promise<string>} its version */
  async node() {
    const own = this.path('node_modules', 'node', 'bin', 'node');
    return (await run(existsSync(own) ? own : process.execPath, ['--version'])).trim().slice(1);
  }

  options(env) {
    const own = this.path('node_modules', 'node', 'bin');
    const path = existsSync(own) ? `${own}${delimiter}${process.env.PATH}` : process.env.PATH;
    return { cwd: this.folder, timeout: longestMs, env: { PATH: path, ...env } };
  }

  /** Runs a program that the project's packages bring. @returns {Promise<string>} what it printed */
  run(name, args, env) {
    return run(this.path('node_modules', '.bin', name), args, this.options(env));
  }

  /** The result of a build is a folder of files: a click in its page opens a dialog. */
  async opens(output) {
    const server = await serve(this.path(output));
    try {
      await this.browser.opensDialogAt(server.origin);
    } finally {
      await server.close();
    }
  }

  /** The same, with a page that the project's own server gives. */
  async opensByServer(args, env) {
    const port = await freePort();
    const own = this.path('node_modules', 'node', 'bin', 'node');
    const program = existsSync(own) ? own : process.execPath;
    const settings = { PORT: String(port), HOST: '127.0.0.1', ...env };
    const server = await startListening(
      program,
      args.map((arg) => this.path(arg)),
      port,
      settings,
    );
    try {
      await this.browser.opensDialogAt(`http://localhost:${port}/`);
    } finally {
      await stop(server);
    }
  }

  /** A page that was rendered on the server has the URL of a dialog in it. */
  renders(file) {
    assert.match(
      readFileSync(this.path(file), 'utf8'),
      /<p id="url">https:\/\/embedded\.tray\.io\/external\/auth\/edit\/acme\//,
    );
  }

  /** A runtime printed what works in it and what does not. @param {string} output */
  answers(output) {
    assert.deepEqual(JSON.parse(output.trim().split('\n').at(-1) ?? ''), answer);
  }

  remove() {
    if (this.folder) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

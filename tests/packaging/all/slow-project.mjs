// One project of a slow tool: made from its folder in projects/, installed by npm, with the package from the tarball.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startListening, stop } from '../../e2e/harness/processes.mjs';
import { expected } from '../apps/no-page.js';
import { run } from '../support/install.mjs';
import { serve } from '../support/serve.mjs';
import { unpackInto } from '../support/tarball.mjs';
import { temporaryFolder } from '../support/temporary.mjs';

const projects = fileURLToPath(new URL('projects/', import.meta.url));
const apps = fileURLToPath(new URL('../apps/', import.meta.url));

/** On a busy machine with a cold cache these take long; a tool that hangs ends all the same. */
const longestMs = 20 * 60_000;

export class SlowProject {
  /** @param {import('../support/browser.mjs').Visitor} browser */
  constructor(browser) {
    this.browser = browser;
  }

  /** @param {string} name of its folder @param {{ base?: string, shared: string }} from projects.mjs */
  async install(name, { base, shared }) {
    this.folder = temporaryFolder(name);
    for (const folder of base ? [base, name] : [name]) cpSync(join(projects, folder), this.folder, { recursive: true });
    const text = readFileSync(join(apps, basename(shared)), 'utf8');
    // Tools that lint what they build have rules of their own for a page like that.
    writeFileSync(this.path(shared), `/* eslint-disable */\n${text}`);
    // Scripts of packages run only where the project's `allowScripts` says so, or npm does not know that field yet.
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], this.options());
    await unpackInto(this.path('node_modules'));
  }

  path(...parts) {
    return join(this.folder, ...parts);
  }

  /** The Node that the project brings, if it brings one, else this one. */
  get ownNode() {
    const own = this.path('node_modules', 'node', 'bin', 'node');
    return existsSync(own) ? own : process.execPath;
  }

  /** @returns {Promise<string>} the version of that Node */
  async node() {
    return (await run(this.ownNode, ['--version'])).trim().slice(1);
  }

  options(env) {
    const path = `${dirname(this.ownNode)}${delimiter}${process.env.PATH}`;
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
  async opensByServer(script) {
    const port = await freePort();
    const server = await startListening(this.ownNode, [this.path(script)], port, {
      PORT: String(port),
      HOST: '127.0.0.1',
    });
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
    assert.deepEqual(JSON.parse(output.trim().split('\n').at(-1) ?? ''), expected);
  }

  remove() {
    if (this.folder) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

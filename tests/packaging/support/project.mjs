// A partner's project, made for one test file and thrown away: its bundler from the lock file, the package from the tarball.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn as filesAt, fingerprint } from '../../../scripts/lib/fingerprint.mjs';
import { keptBuild } from './builds.mjs';
import { frameworkSample } from './docs.mjs';
import { install, run } from './install.mjs';
import { unpackInto } from './tarball.mjs';
import { temporaryFolder } from './temporary.mjs';

const consumers = fileURLToPath(new URL('../consumers/', import.meta.url));
const apps = fileURLToPath(new URL('../apps/', import.meta.url));

/** Whose packages a consumer has, where it has none of its own: what several need is installed once. @type {Record<string, string>} */
const packagesOf = { vue: 'vite-8', 'svelte-5': 'vite-8', 'svelte-4': 'vite-5', react: 'esbuild' };

/** Where a browser finds the entries in a served project, written by hand as a partner without a bundler would. */
export const importMap = `<script type="importmap">
      {
        "imports": {
          "tray-auth-dialog": "/node_modules/tray-auth-dialog/pkg/dist/esm/index.js",
          "tray-auth-dialog/slim": "/node_modules/tray-auth-dialog/pkg/dist/esm/slim.js",
          "tray-auth-dialog/slim.wasm": "/node_modules/tray-auth-dialog/pkg/generated/tray_auth_dialog.wasm",
          "tray-auth-dialog/js": "/node_modules/tray-auth-dialog/pkg/dist/esm/js.js",
          "tray-auth-dialog/labels": "/node_modules/tray-auth-dialog/pkg/dist/esm/labels.js",
          "tray-auth-dialog/element/define": "/node_modules/tray-auth-dialog/pkg/dist/esm/element/define.js"
        }
      }
    </script>`;

export class Project {
  /** @param {string} folder @param {string} packages the name of what is installed in it */
  constructor(folder, packages) {
    this.folder = folder;
    this.packages = packages;
    this.package = join(folder, 'node_modules', 'tray-auth-dialog');
  }

  /**
   * @param {string} name of a folder in consumers/
   * @param {Record<string, string>} [pages] folder to make -> its main.js, a file in apps/
   */
  static async create(name, pages = {}) {
    const packages = join(consumers, packagesOf[name] ?? name);
    const home = await install(packages);
    const project = new Project(temporaryFolder('project'), basename(home));
    if (existsSync(join(home, 'node_modules'))) linkTree(join(home, 'node_modules'), project.path('node_modules'));
    for (const folder of [packages, join(consumers, name)]) cpSync(folder, project.folder, { recursive: true });
    await unpackInto(project.path('node_modules'));
    project.pages = Object.keys(pages);
    for (const [page, app] of Object.entries(pages)) {
      cpSync(join(apps, 'page.html'), project.path(page, 'index.html'));
      cpSync(join(apps, 'connect.js'), project.path(page, 'connect.js'));
      cpSync(join(apps, app), project.path(page, 'main.js'));
    }
    return project;
  }

  /** Puts samples of docs/frameworks.md, the back end that they import, and a page for an app into the project. */
  addSamples(...names) {
    for (const name of names) writeFileSync(this.path(name), frameworkSample(name));
    copyFileSync(join(apps, 'back-end.js'), this.path('back-end.js'));
    copyFileSync(join(apps, 'app.html'), this.path('index.html'));
  }

  /** Bundles the app with esbuild, which writes scripts only. @param {string} main @param {string[]} args */
  async bundleApp(main, ...args) {
    await this.run('esbuild', [main, '--bundle', '--outfile=dist/main.js', ...args]);
    this.addPage('.');
  }

  /** Builds the app with Vite. */
  viteBuild() {
    return this.build(this.path('dist'), 'vite', ['build']);
  }

  path(...parts) {
    return join(this.folder, ...parts);
  }

  /** The path of a program that the project's packages bring. */
  program(name) {
    return this.path('node_modules', '.bin', name);
  }

  /** Runs such a program in the project, as `npx` would. */
  run(name, args, options) {
    return run(this.program(name), args, { cwd: this.folder, ...options });
  }

  /**
   * Runs such a program that writes the folder `output`, unless it has done so for the very same files.
   * @param {string} output an absolute path
   */
  build(output, name, args, { env } = {}) {
    // What bundlers write lies in folders whose names begin with `dist` or a dot.
    const own = readdirSync(this.folder).filter((entry) => entry !== 'node_modules');
    const sources = own
      .flatMap((entry) => filesAt(this.path(entry)))
      .filter((file) => !/(^|\/)(dist|\.)/.test(slashes(relative(this.folder, file))));
    const relativeArgs = args.map((arg) => arg.replaceAll(this.folder, ''));
    const inputs = fingerprint(
      [...sources, this.package],
      {
        node: process.version,
        packages: this.packages,
        output: relative(this.folder, output),
        name,
        relativeArgs,
        env,
      },
      this.folder,
    );
    return keptBuild(inputs, output, () => this.run(name, args, { env }));
  }

  /** For bundlers that write scripts only: the page beside its script, which lies there under the same name. */
  addPage(page, output = 'dist') {
    copyFileSync(this.path(page, 'index.html'), this.path(page, output, 'index.html'));
  }

  /** @param {(html: string) => string} edit */
  editPages(edit) {
    for (const page of this.pages) {
      const file = this.path(page, 'index.html');
      writeFileSync(file, edit(readFileSync(file, 'utf8')));
    }
  }

  /** The module's bytes as the package brings them. */
  wasm() {
    return readFileSync(join(this.package, 'pkg', 'generated', 'tray_auth_dialog.wasm'));
  }
}

/** Copies a tree by hard links: what tools write there are new files, and what is kept stays as it is. */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

const slashes = (path) => path.split(sep).join('/');

/** @returns {string[]} the files in a folder, as paths with slashes */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashes(relative(folder, join(entry.parentPath, entry.name))))
    .sort();

/**
 * Holds what a bundler wrote against what it should write: each file matches one pattern, each pattern one file.
 * @param {string} folder
 * @param {RegExp[]} patterns
 */
export function assertEmitted(folder, patterns) {
  const left = filesIn(folder);
  for (const pattern of patterns) {
    const at = left.findIndex((file) => pattern.test(file));
    assert.ok(at >= 0, `no file like ${pattern} was emitted, only ${filesIn(folder).join(', ')}`);
    left.splice(at, 1);
  }
  assert.deepEqual(left, [], 'files that nobody needs were emitted');
}

/** The one .wasm file in a bundler's output is the package's, byte by byte. */
export function assertModule(project, folder) {
  const modules = filesIn(folder).filter((file) => file.endsWith('.wasm'));
  assert.equal(modules.length, 1, `one module, in ${filesIn(folder).join(', ')}`);
  assert.ok(readFileSync(join(folder, modules[0])).equals(project.wasm()));
}

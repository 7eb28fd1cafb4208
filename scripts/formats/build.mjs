// pkg/dist/: what is published, made of the sources in pkg/ by esbuild. ES modules and CommonJS, file by file, and one file for
// each kind of script tag. The syntax is that of ES2019, which the parsers of webpack 4 and of old test runners read.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesIn, fingerprint, unlessDone } from '../lib/fingerprint.mjs';
import { dist, generated, inRoot, root } from '../lib/paths.mjs';
import { writeWhole } from '../build/write.mjs';

/** Where each format is: file by file as in pkg/, so that all entries share one copy of what they import. */
export const formats = { esm: 'pkg/dist/esm', cjs: 'pkg/dist/cjs', global: 'pkg/dist/global' };

/** For script tags: the file, and the source whose exports become properties of the global `TrayAuthDialog`. */
export const globals = {
  'tray-auth-dialog.js': 'index',
  'tray-auth-dialog.no-wasm.js': 'js',
};

const target = 'es2019';

/** Newer than the target, known to every parser that is met, and not to be taken apart: `import()` makes a chunk. */
const supported = { 'dynamic-import': true };

const pkg = inRoot('pkg');

/** @param {string} ending @returns {string[]} the files in pkg/ from which the formats are made, as absolute paths */
const sources = (ending) => filesIn(pkg).filter((path) => path.endsWith(ending) && !path.startsWith(join(dist, '/')));

/** What the build wrote is read by nobody: it gets no map, and no white space. @param {string} path */
const isGenerated = (path) => path.startsWith(join(generated, '/'));

/**
 * Sources are in the package, too, so that the maps need not repeat them.
 * @type {import('esbuild').BuildOptions}
 */
const common = {
  target,
  supported,
  absWorkingDir: root,
  sourcesContent: false,
  legalComments: 'none',
  write: false,
  logLevel: 'error',
};

/** @typedef {{ path: string, contents: string | Uint8Array }} File */

/** @param {import('esbuild').BuildOptions} options @returns {Promise<File[]>} */
async function esbuild(options) {
  // Not at the top: this script is imported before the npm packages are there.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ ...common, ...options });
  return outputFiles ?? [];
}

/**
 * Jest's simulated pages have neither of these, though Node has: where they are missing, CommonJS files take Node's. At the end of
 * a file, so that its directives stay at the top; by `module`, so that no bundler looks for `util`.
 */
const lent = ['TextDecoder', 'TextEncoder'];
/** @param {string} path */
const usesTexts = (path) => lent.some((name) => readFileSync(path, 'utf8').includes(`new ${name}`));
const withTexts = {
  define: Object.fromEntries(lent.map((name) => [name, `lent.${name}`])),
  footer: {
    js: `var lent={${lent.map((name) => `get ${name}(){return typeof ${name}==="function"?${name}:module.require("util").${name}}`)}};`,
  },
};

/** @param {'esm' | 'cjs'} format @returns {Promise<File[]>} */
async function fileByFile(format) {
  const made = [];
  for (const [ofBuild, needsTexts] of [false, true].flatMap((one) => [false, true].map((other) => [one, other]))) {
    const entryPoints = sources('.js').filter(
      (path) => isGenerated(path) === ofBuild && usesTexts(path) === needsTexts,
    );
    made.push(
      ...(await esbuild({
        entryPoints,
        outbase: pkg,
        outdir: inRoot(formats[format]),
        bundle: false,
        format,
        // For CommonJS: the names of the exports, written so that Node finds them.
        platform: format === 'cjs' ? 'node' : 'browser',
        sourcemap: ofBuild ? false : 'linked',
        minifyWhitespace: ofBuild,
        ...(format === 'cjs' && needsTexts && withTexts),
      })),
    );
  }
  return made;
}

/** @returns {File[]} what makes the folder one of CommonJS, for Node and for TypeScript */
const besideCommonJs = () => [
  { path: inRoot(formats.cjs, 'package.json'), contents: '{ "type": "commonjs" }\n' },
  ...sources('.d.ts').map((path) => ({
    path: inRoot(formats.cjs, relative(pkg, path)),
    contents: readFileSync(path),
  })),
];

/** @returns {Promise<File[]>} */
async function scriptTags() {
  const { name, version, license } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const made = [];
  for (const [file, source] of Object.entries(globals)) {
    // Without the variant that `--wasm-only` leaves out there is nothing to bundle.
    if (source === 'js' && !statSync(join(generated, 'js', 'glue.js'), { throwIfNoEntry: false })) continue;
    made.push(
      ...(await esbuild({
        entryPoints: [join(pkg, `${source}.js`)],
        outfile: inRoot(formats.global, file),
        bundle: true,
        minify: true,
        format: 'iife',
        globalName: 'TrayAuthDialog',
        sourcemap: 'linked',
        banner: { js: `/*! ${name} ${version} | ${license} */` },
      })),
    );
  }
  return made;
}

/** Removes what is there of an earlier build and not made any more. @param {Set<string>} made @param {string} folder */
function removeOthers(made, folder) {
  for (const path of filesIn(folder)) if (!made.has(path)) rmSync(path);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && filesIn(path).length === 0) rmSync(path, { recursive: true });
  }
}

/** @returns {Promise<boolean>} whether anything had changed */
export function buildFormats() {
  const inputs = fingerprint([
    ...sources('.js'),
    ...sources('.d.ts'),
    inRoot('scripts', 'formats'),
    inRoot('package.json'),
  ]);
  return unlessDone(inRoot('target', 'stamps', 'formats'), inputs, [dist], async () => {
    const files = [
      ...(await fileByFile('esm')),
      ...(await fileByFile('cjs')),
      ...besideCommonJs(),
      ...(await scriptTags()),
    ];
    for (const { path, contents } of files) writeWhole(path, contents);
    removeOthers(new Set(files.map(({ path }) => path)), dist);
  });
}

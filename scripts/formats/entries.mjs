// What the package can be imported as: one row for each entry. All else follows from it: `exports` and the other fields of
// package.json, and the folders in which resolvers that do not read `exports` find an entry. To add one, write its source and
// its types into pkg/, add a row, and run `npm run entries`.

/**
 * @typedef {object} Entry
 * @property {string} name as `exports` calls it
 * @property {string} source its file in pkg/, without the ending: `react` stands for react.js and react.d.ts
 * @property {string} [edge] the source in its place for runtimes that compile no WebAssembly at run time
 * @property {boolean} [acts] whether importing it does something, which bundlers must not leave out
 */

/** @type {Entry[]} */
export const entries = [
  { name: '.', source: 'index', edge: 'js' },
  { name: './slim', source: 'slim' },
  { name: './js', source: 'js' },
  { name: './backend', source: 'backend' },
  { name: './diagnose', source: 'diagnose' },
  { name: './debug', source: 'debug' },
  { name: './labels', source: 'labels' },
  { name: './react', source: 'react' },
  { name: './vue', source: 'vue' },
  { name: './svelte', source: 'svelte' },
  { name: './element', source: 'element' },
  { name: './element/define', source: 'element/define', acts: true },
  { name: './testing', source: 'testing' },
];

/** The conditions by which such runtimes, and the bundlers for them, ask: Cloudflare's, and Vercel's with Next. */
const edgeConditions = ['workerd', 'edge-light'];

/** Where the build puts each format: file by file as in pkg/, so that all entries share one copy of what they import. */
export const formats = { esm: 'pkg/dist/esm', cjs: 'pkg/dist/cjs', global: 'pkg/dist/global' };

/** For script tags: the file, and the source whose exports become properties of the global `TrayAuthDialog`. */
export const globals = {
  'tray-auth-dialog.js': 'index',
  'tray-auth-dialog.no-wasm.js': 'js',
};

/** @param {string} source */
const asModule = (source) => ({ types: `./pkg/${source}.d.ts`, default: `./${formats.esm}/${source}.js` });

/** @param {string} source its types once more: beside a CommonJS file they are those of a CommonJS file */
const asCommonJs = (source) => ({
  types: `./${formats.cjs}/${source}.d.ts`,
  default: `./${formats.cjs}/${source}.js`,
});

/** @param {Entry} entry what `exports` says of it: the first condition that holds is taken */
const conditionsOf = ({ source, edge }) => ({
  ...(edge && Object.fromEntries(edgeConditions.map((condition) => [condition, asModule(edge)]))),
  // Bundlers know this one: `import` and `require` get the same copy there.
  module: asModule(source),
  import: asModule(source),
  require: asCommonJs(source),
});

/** The entries that have a folder, with its name. */
export const folders = entries.flatMap(({ name, source, acts = false }) =>
  name === '.' ? [] : [{ folder: name.slice(2), source, acts }],
);

/** The names at the top of the repository that these folders take, each once. */
export const topFolders = [...new Set(folders.map(({ folder }) => folder.split('/')[0]))].sort();

/** The fields of package.json that follow from the entries; `unpkg` and `jsdelivr` are for CDNs of that name. */
export const manifestFields = {
  main: conditionsOf(entries[0]).require.default,
  module: conditionsOf(entries[0]).module.default,
  types: asModule(entries[0].source).types,
  unpkg: `./${formats.global}/${Object.keys(globals)[0]}`,
  jsdelivr: `./${formats.global}/${Object.keys(globals)[0]}`,
  sideEffects: entries
    .filter(({ acts }) => acts)
    .flatMap(({ source }) => [formats.esm, formats.cjs].map((format) => `./${format}/${source}.js`)),
  exports: {
    ...Object.fromEntries(entries.map((entry) => [entry.name, conditionsOf(entry)])),
    './slim.wasm': './pkg/generated/tray_auth_dialog.wasm',
    './package.json': './package.json',
  },
};

/** @param {(typeof folders)[number]} entry @returns {object} the package.json in the folder of an entry */
export const folderManifest = ({ folder, source, acts }) => {
  const up = '../'.repeat(folder.split('/').length);
  return {
    main: `${up}${formats.cjs}/${source}.js`,
    module: `${up}${formats.esm}/${source}.js`,
    types: `${up}pkg/${source}.d.ts`,
    sideEffects: acts,
  };
};

// What each entry weighs as a partner ships it, layer by layer, against budget.json.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { inRoot, root } from './paths.mjs';
import { Stop } from './stop.mjs';

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size */
/** @typedef {{ imports: string[], beside?: string[], must: number, aim: number }} Budget */
/** @typedef {{ entry: string, budget: Budget, total: Size, layers: Record<string, Size> }} Weight */

/** The files that are a layer each; the rest of a bundle is the hand-written facade. @type {Record<string, string>} */
const layerFiles = {
  'pkg/dist/esm/view.js': 'frame and modal',
  'pkg/dist/esm/generated/modal-css.js': 'styles of the modal',
  'pkg/dist/esm/generated/bytes.js': 'module, as text',
  'pkg/dist/esm/generated/glue.js': 'glue',
  'pkg/dist/esm/generated/js/glue.js': 'module and glue, as JavaScript',
};

/** @param {Uint8Array} bytes @returns {Size} */
const weigh = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  // Node's default quality is 11.
  brotli: brotliCompressSync(bytes).length,
});

/** @param {Size[]} sizes @returns {Size} */
const sum = (sizes) =>
  sizes.reduce((a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }));

/**
 * @param {string} contents of a module
 * @param {string[]} [leftOut] files that it imports and that are not to be counted
 */
async function bundle(contents, leftOut = []) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    // In a browser there is no `node:` module: the bundle fails if the facade comes to need one.
    platform: 'browser',
    external: leftOut.map((path) => `./${path}`),
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return { size: weigh(outputFiles[0].contents), files: Object.keys(metafile.inputs) };
}

/** @param {string} entry as package.json exports it @param {Budget} budget @returns {Promise<Weight>} */
async function weighEntry(entry, budget) {
  const contents = `export { ${budget.imports.join(', ')} } from '${entry.replace('.', 'tray-auth-dialog')}';`;
  const whole = await bundle(contents);
  const ofLayers = Object.keys(layerFiles).filter((file) => whole.files.includes(file));
  /** @type {Record<string, Size>} */
  const layers = { facade: (await bundle(contents, ofLayers)).size };
  for (const file of ofLayers) {
    const others = whole.files.filter((other) => other !== file);
    layers[layerFiles[file]] = (await bundle(`export * from './${file}';`, others)).size;
  }
  for (const file of budget.beside ?? []) layers[file] = weigh(readFileSync(inRoot(file)));
  const beside = (budget.beside ?? []).map((file) => layers[file]);
  return { entry, budget, total: sum([whole.size, ...beside]), layers };
}

/** @returns {Promise<Weight[]>} of each entry that package.json exports and budget.json has a number for */
export async function weighEntries() {
  const { exports } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  /** @type {{ entries: Record<string, Budget> }} */
  const { entries } = JSON.parse(readFileSync(inRoot('budget.json'), 'utf8'));
  const weights = [];
  for (const [entry, budget] of Object.entries(entries).filter(([name]) => name in exports)) {
    try {
      weights.push(await weighEntry(entry, budget));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Stop(`The entry "${entry}" cannot be bundled: ${reason}`);
    }
  }
  return weights;
}

/** @param {Weight} weight */
export const isOverBudget = ({ total, budget }) => total.brotli > budget.must;

/** @param {Weight[]} weights @returns {string} a table */
export function sizeTable(weights) {
  /** @param {string} name @param {Size} size @param {string} [note] */
  const row = (name, { raw, gzip, brotli }, note = '') =>
    `${name.padEnd(44)}${[raw, gzip, brotli].map((bytes) => bytes.toLocaleString('en').padStart(9)).join('')}  ${note}`.trimEnd();
  const lines = weights.flatMap((weight) => {
    const { must, aim } = weight.budget;
    const limits = `must ≤ ${must.toLocaleString('en')}, aim ≤ ${aim.toLocaleString('en')}`;
    return [
      row(`"${weight.entry}"`, weight.total, `${isOverBudget(weight) ? 'OVER BUDGET: ' : ''}${limits}`),
      ...Object.entries(weight.layers).map(([name, size]) => row(`  ${name}`, size)),
    ];
  });
  return [`${'bytes'.padEnd(44)}${['raw', 'gzip', 'brotli'].map((name) => name.padStart(9)).join('')}`, ...lines].join(
    '\n',
  );
}

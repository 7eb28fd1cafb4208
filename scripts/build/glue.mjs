// The JavaScript that talks to the module: what wasm-bindgen generates, unchanged but for the names that wasm-opt gave to the
// module's imports and exports, in a function that makes it anew for each instance. So nothing of one instance (a view of
// its memory, its closures) outlives it, and importing the package touches no global.
//
// What the module imports is declared as the property by which it asks for it: a list of the functions beside them, each by
// its two names, weighs 0.45 kB.

/** How the glue uses what the module exports: `wasm` is its own variable, and nothing else is called so. */
const exportUse = /\bwasm\.([\w$]+)/g;

/** How the glue declares what it exports. */
const declaration = /^export function (\w+)/gm;

/** The exports by which a closure is called. */
const closure = /__convert__closures_/;

/** The facade's name for what gives the glue its module. */
const SET_EXPORTS = '__wbg_set_wasm';

/**
 * @param {string} glue as generated for the target "bundler"
 * @param {{ imports: [name: string, short: string][], exports: [name: string, short: string][] }} names
 * @returns {Promise<string>} the code of `createGlue`
 */
export async function glueFactory(glue, { imports, exports }) {
  // Not at the top: this script is imported before the npm packages are there.
  const { build } = await import('esbuild');
  const shortExport = new Map(exports);
  const shortImport = new Map(imports);
  /** @type {string[]} */
  const called = [];
  const renamed = glue
    .replaceAll(exportUse, (_, name) => {
      if (!shortExport.has(name)) throw new Error(`The glue calls "${name}", which the module does not export`);
      return `wasm.${shortExport.get(name)}`;
    })
    .replaceAll(declaration, (declared, name) => {
      if (!shortImport.has(name)) {
        if (!name.startsWith('__wb')) called.push(name);
        return declared;
      }
      const short = shortImport.get(name);
      shortImport.delete(name);
      return `imports.${short} = function`;
    });
  for (const [name] of shortImport) throw new Error(`The module imports "${name}", which the glue does not declare`);
  const closures = exports.filter(([name]) => closure.test(name)).map(([, name]) => name);
  const entry = `
import * as glue from 'glue';
made = {
  setExports: glue.${SET_EXPORTS},
  closures: ${JSON.stringify(closures)},
  imports: { a: glue.imports },
  ${called.map((name) => `${name}: glue.${name}`).join(', ')}
};`;
  const { outputFiles } = await build({
    stdin: { contents: entry },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [
      {
        name: 'glue',
        setup(build) {
          build.onResolve({ filter: /^glue$/ }, () => ({ path: 'glue', namespace: 'glue' }));
          build.onLoad({ filter: /.*/, namespace: 'glue' }, () => ({
            // Without a prototype: a polluted one could have a setter of such a short name.
            contents: `export const imports = Object.create(null);\n${renamed}`,
          }));
        },
      },
    ],
  });
  return `export function createGlue() {\nlet made;\n${outputFiles[0]?.text}return made;\n}\n`;
}

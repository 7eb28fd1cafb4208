// The JavaScript that talks to the module: what wasm-bindgen generates, less what this package does not use.
import { root } from '../lib/paths.mjs';

/**
 * Adds `start`, which makes a new instance each time (the generated `initSync` keeps the first one, which is of no use
 * after a trap), and drops the generated loaders, which fetch.
 * @param {string} glue as generated for the target "web"
 * @param {string} start the code of `start`
 * @returns {Promise<string>} an ES module that exports `start` and the crate's functions
 */
export async function trimGlue(glue, start) {
  // Not at the top: this script is imported before the npm packages are there.
  const { build } = await import('esbuild');
  const common = /** @type {const} */ ({
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    logLevel: 'silent',
    absWorkingDir: root,
  });
  const contents = `${glue}\n${start}`;
  const { metafile } = await build({ ...common, metafile: true, stdin: { contents, loader: 'js' } });
  const exported = Object.values(metafile.outputs)[0].exports.filter(
    (name) => name !== 'default' && name !== 'initSync',
  );

  // A second module that names the exports to keep: tree shaking leaves out what only the others need.
  const { outputFiles } = await build({
    ...common,
    minifySyntax: true,
    legalComments: 'none',
    stdin: { contents: `export { ${exported.join(', ')} } from 'glue';`, resolveDir: root },
    plugins: [
      {
        name: 'glue',
        setup(builder) {
          builder.onResolve({ filter: /^glue$/ }, () => ({ path: 'glue', namespace: 'glue', sideEffects: false }));
          builder.onLoad({ filter: /.*/, namespace: 'glue' }, () => ({ contents, loader: 'js', resolveDir: root }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** How the glue uses what the module exports: `wasm` is its own variable, and nothing else is called so. */
const exportUse = /\bwasm\.([\w$]+)/g;

/** @param {string} glue @returns {string[]} the exports of the module that it uses */
export const usedExports = (glue) => [...new Set([...glue.matchAll(exportUse)].map((match) => match[1]))];

/**
 * @param {string} glue
 * @param {{ imports: import('./binaryen.mjs').Names, exports: import('./binaryen.mjs').Names }} names of the module's
 * @returns {Promise<string>} the glue for the module with those names
 */
export async function renameInGlue(glue, { imports, exports }) {
  const { transform } = await import('esbuild');
  const renamed = glue.replaceAll(exportUse, (_, name) => `wasm.${exports[name]}`);
  const long = Object.keys(imports).map((name) => name.replaceAll(/[^\w]/g, '\\$&'));
  const { code } = await transform(renamed, {
    mangleProps: new RegExp(`^(?:${long.join('|')})$`),
    mangleCache: { ...imports },
    // The name of the imported module is no identifier.
    mangleQuoted: true,
  });
  return code;
}

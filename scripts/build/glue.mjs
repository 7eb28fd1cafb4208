// The JavaScript that talks to the module: what wasm-bindgen generates, less what this package does not use.
import { root } from '../lib/paths.mjs';

/**
 * Adds `start`, which makes a new instance each time (the generated `initSync` keeps the first one, which is of no use
 * after a trap), and drops the generated loaders, which fetch.
 * @param {string} glue as generated for the target "web", and whatever `start` needs besides
 * @param {string} start the code of `start`
 * @param {{ minify?: boolean }} [options] `minify`: make it unreadable too, which is for code that nobody reads
 * @returns {Promise<string>} an ES module that exports `start` and the crate's functions
 */
export async function trimGlue(glue, start, { minify = false } = {}) {
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
    minify,
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

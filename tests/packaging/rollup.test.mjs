// Rollup, with nothing but its resolver for packages; for /slim also its plugin that gives the URL of a file.
import { bundlerSuite } from './support/bundling.mjs';

const files = ['--plugin', 'url={ include: ["**/*.wasm"], limit: 0 }'];

bundlerSuite('rollup', {
  slim: 'slim-import.js',
  emits: [/^main\.js$/],
  module: /^[\da-f]+\.wasm$/,
  builds: {
    'the build': {
      args: (page, dist) => {
        const plugins = ['--plugin', 'node-resolve', ...(page === 'slim' ? files : [])];
        return [`${page}/main.js`, '--dir', dist, '--format', 'es', ...plugins];
      },
    },
  },
});

// webpack 4, as Tray's own sample app has it: no Babel, and no configuration file. Its parser stops at newer syntax than that of
// ES2019, and it does not read `exports`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlerSuite } from './support/bundling.mjs';

const build = (mode) => ({
  output: `dist-${mode}`,
  args: (page, dist) => [`./${page}/main.js`, '--output-path', dist, '--mode', mode],
});

bundlerSuite('webpack 4', {
  consumer: 'webpack-4',
  program: 'webpack',
  // Node's own hashes no longer include the one that webpack 4 takes.
  env: { NODE_OPTIONS: '--openssl-legacy-provider' },
  slim: 'slim-own.js',
  emits: [/^main\.js$/],
  builds: { 'the build for production': build('production'), 'the build for development': build('development') },
  // The page serves the file of /slim itself: webpack 4 knows no `new URL`.
  finish: (project, page, dist) => {
    if (page === 'slim') writeFileSync(join(dist, 'dialog.wasm'), project.wasm());
  },
});

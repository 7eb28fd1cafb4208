// webpack 5 and Rspack, without a configuration file. Both build `new URL` with the name of a package.
import { bundlerSuite } from './support/bundling.mjs';

for (const [bundler, entry] of Object.entries({ webpack: [], rspack: ['--entry'] })) {
  const build = (mode) => ({
    output: `dist-${mode}`,
    args: (page, dist) => ['build', ...entry, `./${page}/main.js`, '--output-path', dist, '--mode', mode],
  });
  bundlerSuite(bundler, {
    slim: 'slim-new-url.js',
    emits: [/^main\.js$/],
    module: /\.wasm$/,
    builds: { 'the build for production': build('production'), 'the build for development': build('development') },
  });
}

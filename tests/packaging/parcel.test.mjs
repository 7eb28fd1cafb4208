// Parcel, without a configuration file. Unless its resolver is told to, it does not read the `exports` of a package: it finds
// the entries by `module` and by their folders, and the file of /slim by its path alone.
import { bundlerSuite } from './support/bundling.mjs';

const args = (page, dist) => ['build', `${page}/index.html`, '--dist-dir', dist, '--no-source-maps', '--no-cache'];

bundlerSuite('parcel', {
  slim: 'slim-parcel.js',
  emits: [/^index\.html$/, /^\w+\.[\da-f]+\.js$/],
  module: /^tray_auth_dialog\.[\da-f]+\.wasm$/,
  builds: {
    'the build, without a setting': { pages: ['inline', 'js'], settings: {}, args },
    'the build, with `exports` read': {
      output: 'dist-with-settings',
      settings: { '@parcel/resolver-default': { packageExports: true } },
      args,
    },
  },
});

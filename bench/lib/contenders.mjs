// Who is compared: files of contenders/, each bundled as a partner would. Imports `esbuild`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../contenders/', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} Contender
 * @property {string} file in contenders/
 * @property {string} label
 * @property {boolean} [ours]
 * @property {string[]} [beside] what the page loads beside the bundle, before the click
 * @property {boolean} [later] the bundle is not there when the page loads, but before the click
 */

/** @type {Record<string, Contender>} */
export const contenders = {
  hand: { file: 'hand.js', label: 'written by hand' },
  ours: { file: 'ours.js', label: '`.`', ours: true },
  lazy: { file: 'lazy.js', label: '`.`, by `import()`', ours: true, later: true },
  slim: { file: 'slim.js', label: '`./slim`', ours: true, beside: ['pkg/generated/tray_auth_dialog.wasm'] },
  js: { file: 'js.js', label: '`./js`', ours: true },
  nango: { file: 'nango.js', label: '@nangohq/frontend' },
  prismatic: { file: 'prismatic.js', label: '@prismatic-io/embedded' },
  oidc: { file: 'oidc.js', label: 'oidc-client-ts' },
  auth0: { file: 'auth0.js', label: '@auth0/auth0-spa-js' },
  msal: { file: 'msal.js', label: '@azure/msal-browser' },
  zoid: { file: 'zoid.js', label: 'zoid' },
  penpal: { file: 'penpal.js', label: 'penpal' },
  'post-robot': { file: 'post-robot.js', label: 'post-robot' },
};

/** The package, as a partner's project would find it; the peers are found in bench/node_modules. */
const ownPackage = {
  name: 'own-package',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^tray-auth-dialog(\/|$)/ }, ({ path, kind, pluginData }) =>
      pluginData === 'own' ? undefined : build.resolve(path, { kind, resolveDir: root, pluginData: 'own' }),
    );
  },
};

/** @type {Map<string, Promise<string>>} */
const made = new Map();

/**
 * @param {string} name of a contender, or of another file of contenders/
 * @param {'esm' | 'iife'} [format]
 * @returns {Promise<string>} its bundle; rejects with a sentence where it cannot be made
 */
export function bundle(name, format = 'esm') {
  const key = `${name} ${format}`;
  const kept = made.get(key);
  if (kept) return kept;
  const making = build({
    entryPoints: [`${folder}${contenders[name]?.file ?? `${name}.js`}`],
    bundle: true,
    minify: true,
    format,
    globalName: format === 'iife' ? 'contender' : undefined,
    target: 'es2020',
    platform: 'browser',
    // As bundlers do for packages that were written for Node's globals.
    define: { process: '{"env":{"NODE_ENV":"production"}}' },
    external: ['/bundle/*'],
    plugins: [ownPackage],
    write: false,
    logLevel: 'silent',
  }).then(
    ({ outputFiles }) => outputFiles[0].text,
    () => {
      throw new Error('could not be bundled: is it installed?');
    },
  );
  made.set(key, making);
  return making;
}

/** @param {string} path in the checkout @returns {Buffer} */
export const fileOf = (path) => readFileSync(`${root}${path}`);

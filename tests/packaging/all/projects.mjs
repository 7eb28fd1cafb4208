// The slow tools: what is done with each. A folder of the same name is in projects/; `base` names one that it shares with others,
// and `shared` where in it the file of apps/ goes that every project of its kind has.

/** @typedef {import('./slow-project.mjs').SlowProject} SlowProject */

/** @type {Record<string, { title: string, does: string, base?: string, shared: string, package: string, check(project: SlowProject): Promise<void> }>} */
export const projects = {
  workerd: {
    title: 'workerd (Cloudflare Workers)',
    package: 'workerd',
    does: 'a worker, bundled by esbuild with the condition `workerd`: a URL, a message, and `not_in_browser`',
    shared: 'no-page.js',
    async check(project) {
      const args = ['worker.js', '--bundle', '--format=esm', '--conditions=workerd', '--outfile=dist/worker.js'];
      await project.run('esbuild', args);
      project.answers(await project.run('node', ['ask.js']));
    },
  },
  bun: {
    title: 'Bun',
    package: 'bun',
    does: '`import` and `require`: a URL, a message, and `not_in_browser`',
    base: 'runtime',
    shared: 'no-page.js',
    async check(project) {
      for (const file of ['import.js', 'require.cjs']) project.answers(await project.run('bun', ['run', file]));
    },
  },
  deno: {
    title: 'Deno',
    package: 'deno',
    does: 'the same',
    base: 'runtime',
    shared: 'no-page.js',
    async check(project) {
      const args = ['run', '--node-modules-dir=manual', '--no-lock', '--cached-only'];
      // The package needs no permission; to look for it, `require` does.
      project.answers(await project.run('deno', [...args, 'import.js']));
      project.answers(await project.run('deno', [...args, '--allow-read', 'require.cjs']));
    },
  },
  astro: {
    title: 'Astro',
    package: 'astro',
    does: 'a URL in the page as it is rendered; a click opens a dialog',
    shared: 'src/connect.js',
    async check(project) {
      await project.run('astro', ['build'], { ASTRO_TELEMETRY_DISABLED: '1' });
      project.renders('dist/index.html');
      await project.opens('dist');
    },
  },
  sveltekit: {
    title: 'SvelteKit',
    package: '@sveltejs/kit',
    does: 'the same',
    shared: 'src/connect.js',
    async check(project) {
      await project.run('vite', ['build']);
      project.renders('build/index.html');
      await project.opens('build');
    },
  },
  nuxt: {
    title: 'Nuxt',
    package: 'nuxt',
    does: 'the same, by its own server',
    shared: 'app/connect.js',
    async check(project) {
      await project.run('nuxt', ['build'], { NUXT_TELEMETRY_DISABLED: '1' });
      await project.opensByServer('.output/server/index.mjs');
    },
  },
  angular: {
    title: 'Angular CLI',
    package: '@angular/cli',
    does: '`ng build`; a click opens a dialog',
    shared: 'src/connect.js',
    async check(project) {
      await project.run('ng', ['build'], { NG_CLI_ANALYTICS: 'false' });
      await project.opens('dist/browser');
    },
  },
  'create-react-app-5': {
    title: 'Create React App 5',
    package: 'react-scripts',
    does: 'its build; a click opens a dialog. Its Jest: a URL, and `not_in_browser`',
    base: 'create-react-app',
    shared: 'src/connect.js',
    check: createReactApp({}),
  },
  'create-react-app-3': {
    title: 'Create React App 3',
    package: 'react-scripts',
    does: 'the same',
    base: 'create-react-app',
    shared: 'src/connect.js',
    // Its webpack 4 takes a hash that Node has put away.
    check: createReactApp({ NODE_OPTIONS: '--openssl-legacy-provider', SKIP_PREFLIGHT_CHECK: 'true' }),
  },
};

/** @param {Record<string, string>} env */
function createReactApp(env) {
  return async (/** @type {SlowProject} */ project) => {
    // With `CI` set a warning, such as of a source map that leads nowhere, fails the build.
    const settings = { CI: 'true', DISABLE_ESLINT_PLUGIN: 'true', ...env };
    await project.run('react-scripts', ['build'], settings);
    await project.opens('build');
    await project.run('react-scripts', ['test', '--watchAll=false'], settings);
  };
}

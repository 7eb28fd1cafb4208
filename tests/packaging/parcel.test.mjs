// Parcel, without a configuration file. Unless its resolver is told to, it does not read the `exports` of a package: it finds
// the entries by `module` and by their folders, and the file of /slim by its path alone.
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { assertEmitted, assertModule, Project } from './support/project.mjs';

const html = /^index\.html$/;
const script = /^\w+\.[\da-f]+\.js$/;

browserSuite('parcel', (browser) => {
  let project;

  /** @param {{ settings?: object }} [options] what the project's package.json says besides */
  async function buildAndOpen(t, page, emitted, { settings } = {}) {
    project ??= await Project.create('parcel', { inline: 'inline.js', slim: 'slim-parcel.js', js: 'js.js' });
    writeFileSync(project.path('package.json'), JSON.stringify({ private: true, ...settings }));
    const dist = project.path(page, settings ? 'dist-with-settings' : 'dist');
    const args = ['build', `${page}/index.html`, '--dist-dir', dist, '--no-source-maps', '--no-cache'];
    await project.build(dist, 'parcel', args);
    assertEmitted(dist, emitted);
    if (page === 'slim') assertModule(project, dist);
    await browser.opensDialogIn(t, dist);
  }

  const readsExports = { settings: { '@parcel/resolver-default': { packageExports: true } } };

  test('inline: the build, without a setting', (t) => buildAndOpen(t, 'inline', [html, script]));

  test('js: the build, without a setting', (t) => buildAndOpen(t, 'js', [html, script]));

  test('inline: the build, with `exports` read', (t) => buildAndOpen(t, 'inline', [html, script], readsExports));

  test('slim: the build, with `exports` read', (t) =>
    buildAndOpen(t, 'slim', [html, script, /^tray_auth_dialog\.[\da-f]+\.wasm$/], readsExports));

  test('js: the build, with `exports` read', (t) => buildAndOpen(t, 'js', [html, script], readsExports));
});

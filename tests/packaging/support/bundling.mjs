// What every bundler must make of the package: for each entry, nothing but the files that it needs, and a page in which a click
// opens a dialog.
import { existsSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { browserSuite } from './browser.mjs';
import { assertEmitted, assertModule, Project } from './project.mjs';

/**
 * @typedef {object} Build
 * @property {string} [output] the name of its folder; it begins with `dist`
 * @property {string[]} [pages] all unless told
 * @property {object} [settings] what the project's package.json says besides
 * @property {(page: string, dist: string) => string[]} args of the bundler
 */

/**
 * @param {string} title
 * @param {object} bundler
 * @param {string} [bundler.consumer] its folder in consumers/
 * @param {string} [bundler.program]
 * @param {string} bundler.slim the file in apps/ that finds the module of /slim as this bundler does
 * @param {RegExp[]} bundler.emits for each page
 * @param {RegExp} [bundler.module] for /slim besides; if there is none, `finish` serves it
 * @param {Record<string, Build>} bundler.builds by what they are
 * @param {Record<string, string>} [bundler.env]
 * @param {(project: Project, page: string, dist: string) => void} [bundler.finish] after a build
 * @param {(browser: import('./browser.mjs').Visitor, page: string, ready: () => Promise<Project>) => void} [more] tests
 */
export function bundlerSuite(
  title,
  { consumer = title, program = consumer, slim, emits, module, builds, env, finish },
  more = () => {},
) {
  const apps = { inline: 'inline.js', slim, js: 'js.js' };
  browserSuite(title, (browser) => {
    let project;
    const ready = async () => (project ??= await Project.create(consumer, apps));

    for (const page of Object.keys(apps)) {
      more(browser, page, ready);
      for (const [what, { output = 'dist', pages = Object.keys(apps), settings, args }] of Object.entries(builds)) {
        if (!pages.includes(page)) continue;
        test(`${page}: ${what}`, async (t) => {
          await ready();
          if (settings) writeFileSync(project.path('package.json'), JSON.stringify({ private: true, ...settings }));
          const dist = project.path(page, output);
          await project.build(dist, program, args(page, dist), { env });
          assertEmitted(dist, page === 'slim' && module ? [...emits, module] : emits);
          if (page === 'slim' && module) assertModule(project, dist);
          finish?.(project, page, dist);
          if (!existsSync(project.path(page, output, 'index.html'))) project.addPage(page, output);
          await browser.opensDialogIn(t, dist);
        });
      }
    }
  });
}

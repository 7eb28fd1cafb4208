// `npm run packaging:all [name…]`: the packed tarball in the tools that take minutes to install: frameworks and runtimes. Writes
// how it went into the table of docs/packaging.md; fails when one fails.
import { readFileSync } from 'node:fs';
import { readMarked, table, writeMarked } from '../../../scripts/lib/marked.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { Visitor } from '../support/browser.mjs';
import { pack, TARBALL } from '../support/tarball.mjs';
import { projects } from './projects.mjs';
import { SlowProject } from './slow-project.mjs';

const docs = inRoot('docs', 'packaging.md');
const head = ['tool', 'version', 'Node', 'what is done', 'outcome', 'last run'];

/** @param {string[]} row puts it in the place of that tool's last one */
function write(row) {
  const written = readMarked(docs, 'slow tools')
    .split('\n')
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  const titles = Object.values(projects).map(({ title }) => title);
  const others = written.filter(([title]) => titles.includes(title) && title !== row[0]);
  const rows = [...others, row].sort(([one], [other]) => titles.indexOf(one) - titles.indexOf(other));
  writeMarked(docs, 'slow tools', table(head, rows));
}

/** @param {string} name @param {Visitor} browser @returns {Promise<boolean>} whether all went well */
async function check(name, browser) {
  const { title, does, base, shared, package: main, check: use } = projects[name];
  const project = new SlowProject(browser);
  const row = { version: '', node: '', outcome: '' };
  const started = Date.now();
  let passed = false;
  try {
    try {
      await project.install(name, { base, shared });
      const manifest = project.path('node_modules', main, 'package.json');
      row.version = JSON.parse(readFileSync(manifest, 'utf8')).version;
      row.node = await project.node();
    } catch (error) {
      row.outcome = 'could not be installed where this ran';
      throw error;
    }
    await use(project);
    row.outcome = 'passed';
    passed = true;
  } catch (error) {
    row.outcome ||= 'failed';
    console.error(error);
  } finally {
    project.remove();
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${passed ? '✔' : '✖'} ${title} ${row.version}: ${row.outcome} (${seconds} s)`);
  write([title, row.version, row.node, does, row.outcome, new Date().toISOString().slice(0, 10)]);
  return passed;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in projects));
if (unknown.length > 0) {
  console.error(`There is no project ${unknown.join(', ')}: ${Object.keys(projects).join(', ')}.`);
  process.exit(1);
}
process.env[TARBALL] = await pack();
const browser = new Visitor();
await browser.start({ shell: true });
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(projects)) {
    if (!(await check(name, browser))) process.exitCode = 1;
  }
} finally {
  await browser.leave();
}

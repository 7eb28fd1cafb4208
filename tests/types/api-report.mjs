// Writes down the public API, without its comments, as a report that is committed: a change to it shows in review.
//
//   node tests/types/api-report.mjs --update     makes the reports in tests/types/reports/ anew
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { isMain } from '../../scripts/lib/stop.mjs';
import { temporaryFolder } from '../packaging/support/temporary.mjs';
import { compilers } from './support.mjs';

/** The entries with types of their own. `/js` has those of the default entry: tests/types/partner/entries.ts. */
export const entries = [
  ...['index', 'slim', 'react', 'vue', 'svelte', 'element', 'testing'],
  ...['backend', 'diagnose', 'debug', 'labels'],
];

/** @param {string} entry @returns {string} the path of its committed report */
export const committed = (entry) => fileURLToPath(new URL(`reports/${entry}.api.md`, import.meta.url));

/**
 * @param {string} reportFolder where the reports are compared with, or, with `update`, written
 * @param {{ update?: boolean }} [options]
 * @returns {Promise<{ entry: string, report: string, problems: string[] }[]>}
 */
export async function makeReports(reportFolder, { update = false } = {}) {
  const installed = await compilers();
  const { Extractor, ExtractorConfig } = installed('@microsoft/api-extractor');
  const temporary = temporaryFolder('api-report');
  return entries.map((entry) => {
    const problems = [];
    Extractor.invoke(
      ExtractorConfig.prepare({
        configObject: settings(entry, reportFolder, temporary, join(installed.home, 'node_modules')),
        configObjectFullPath: undefined,
        packageJsonFullPath: inRoot('package.json'),
      }),
      {
        localBuild: update,
        messageCallback(message) {
          message.handled = true;
          const isProblem = message.logLevel === 'error' || message.logLevel === 'warning';
          // Of a framework's own types, which other compilers take.
          const isOfOthers = message.sourceFilePath?.includes('node_modules');
          if (isProblem && !isOfOthers && !isOfDefaultEntry(message)) problems.push(message.text);
        },
      },
    );
    return { entry, report: readFileSync(join(temporary, `${entry}.api.md`), 'utf8'), problems };
  });
}

const defaultTypes = readFileSync(inRoot('pkg', 'index.d.ts'), 'utf8');

/** What the default entry exports, the others need not export again. */
const isOfDefaultEntry = ({ messageId, text }) =>
  messageId === 'ae-forgotten-export' &&
  new RegExp(`^export (type|interface|class) ${/"(\w+)"/.exec(text)?.[1]}\\b`, 'm').test(defaultTypes);

/** @param {string} packages where the types of the frameworks are */
const settings = (entry, reportFolder, reportTempFolder, packages) => ({
  projectFolder: inRoot(),
  mainEntryPointFilePath: inRoot('pkg', `${entry}.d.ts`),
  newlineKind: 'lf',
  compiler: {
    overrideTsconfig: {
      compilerOptions: {
        strict: true,
        lib: ['es2020', 'dom'],
        moduleResolution: 'bundler',
        module: 'es2022',
        types: [],
        paths: {
          react: [join(packages, '@types/react')],
          vue: [join(packages, 'vue')],
          svelte: [join(packages, 'svelte')],
        },
      },
      files: [inRoot('pkg', `${entry}.d.ts`)],
    },
  },
  apiReport: { enabled: true, reportFileName: `${entry}.api.md`, reportFolder, reportTempFolder },
  docModel: { enabled: false },
  dtsRollup: { enabled: false },
  tsdocMetadata: { enabled: false },
  messages: {
    compilerMessageReporting: { default: { logLevel: 'error' } },
    extractorMessageReporting: {
      default: { logLevel: 'warning' },
      // Every export is public: the package has no stages of release to mark.
      'ae-missing-release-tag': { logLevel: 'none' },
      // A name such as `type` says it all.
      'ae-undocumented': { logLevel: 'none' },
    },
    tsdocMessageReporting: { default: { logLevel: 'none' } },
  },
});

if (isMain(import.meta.url)) {
  if (process.argv[2] !== '--update') {
    console.error('Usage: node tests/types/api-report.mjs --update');
    process.exit(1);
  }
  const reports = await makeReports(fileURLToPath(new URL('reports', import.meta.url)), { update: true });
  for (const { entry, problems } of reports) console.log([`✓ ${committed(entry)}`, ...problems].join('\n  '));
}

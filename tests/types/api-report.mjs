// Writes down the public API, without its comments, as a report that is committed: a change to it shows in review.
//
//   node tests/types/api-report.mjs --update     makes the reports in tests/types/reports/ anew
import { readFileSync, writeFileSync } from 'node:fs';
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

/** @returns {Promise<{ entry: string, report: string, problems: string[] }[]>} that of the default entry first */
export async function makeReports() {
  const installed = await compilers();
  const { Extractor, ExtractorConfig } = installed('@microsoft/api-extractor');
  const temporary = temporaryFolder('api-report');
  let first;
  return entries.map((entry) => {
    const problems = [];
    Extractor.invoke(
      ExtractorConfig.prepare({
        configObject: settings(entry, temporary, join(installed.home, 'node_modules')),
        configObjectFullPath: undefined,
        packageJsonFullPath: inRoot('package.json'),
      }),
      {
        localBuild: true,
        messageCallback(message) {
          message.handled = true;
          const isProblem = message.logLevel === 'error' || message.logLevel === 'warning';
          // Of a framework's own types, which other compilers take.
          const isOfOthers = message.sourceFilePath?.includes('node_modules');
          if (isProblem && !isOfOthers && !isOfDefaultEntry(message)) problems.push(message.text);
        },
      },
    );
    const whole = readFileSync(join(temporary, `${entry}.api.md`), 'utf8');
    first ??= whole;
    const own = whole === first ? whole : withoutRepeats(whole, first);
    // What is public without a comment, as most members are whose name says it all, needs none here.
    return {
      entry,
      report: own.replace(/^ *\/\/ (@public|\(undocumented\)|@public \(undocumented\))\n/gm, ''),
      problems,
    };
  });
}

/** What an entry declares just as the default entry does is named, and not written again. */
function withoutRepeats(report, first) {
  const known = new Set(first.split(between));
  const [head, ...declarations] = report.split(between);
  const own = declarations.filter((text) => !known.has(text));
  const same = declarations.filter((text) => known.has(text));
  // An overloaded function is named as often as it is declared.
  const names = same.map((text) => /(?:class|const|function|interface|type) (\w+)/.exec(text)[1]);
  const body = [head, ...own.map((text) => text.replace(/\n+```\n$/, ''))].join(between);
  const line = names.length > 0 ? `\n\n// As in index.api.md: ${names.join(', ')}` : '';
  return `${body}${line}\n\n\`\`\`\n`;
}
const between = '\n\n// @public\n';

const defaultTypes = readFileSync(inRoot('pkg', 'index.d.ts'), 'utf8');

/** What the default entry exports, the others need not export again. */
const isOfDefaultEntry = ({ messageId, text }) =>
  messageId === 'ae-forgotten-export' &&
  new RegExp(`^export (type|interface|class) ${/"(\w+)"/.exec(text)?.[1]}\\b`, 'm').test(defaultTypes);

/** @param {string} packages where the types of the frameworks are */
const settings = (entry, folder, packages) => ({
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
  apiReport: { enabled: true, reportFileName: `${entry}.api.md`, reportFolder: folder, reportTempFolder: folder },
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
  for (const { entry, report, problems } of await makeReports()) {
    writeFileSync(committed(entry), report);
    console.log([`✓ ${committed(entry)}`, ...problems].join('\n  '));
  }
}

// Runs the browser tests in the engines that ENGINES names.
//
//   node tests/e2e/run.mjs [name…]     only the files whose name contains one of these
import { fileURLToPath } from 'node:url';
import { chosenEngines } from './harness/engines.mjs';
import { notRun } from './harness/not-automated.mjs';
import { runFiles, testFiles } from './harness/runner.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const longest = [
  ...['flood', 'reentrance', 'tray-cases', 'module-failure', 'severed', 'suspended', 'modal', 'given-url'],
  ...['frame-trouble', 'page-dialogs', 'callbacks', 'opening', 'inline'],
];
const files = testFiles(folder, process.argv.slice(2), longest);
let passed = true;
for (const engine of chosenEngines()) passed = (await runFiles(engine, folder, files, { shell: true })) && passed;
for (const engine of chosenEngines()) for (const line of notRun(engine, files)) console.log(line);
process.exitCode = passed ? 0 : 1;

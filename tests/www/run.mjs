// Runs the tests of the demo and of the simulated Tray: of their servers, and those in browser/ in the engines that ENGINES names.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenEngines } from '../e2e/harness/engines.mjs';
import { runFiles, runWithoutBrowser, testFiles } from '../e2e/harness/runner.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const inBrowsers = join(folder, 'browser');
const files = testFiles(inBrowsers, [], ['demo-looks', 'demo-failures', 'demo.test']);
let passed = await runWithoutBrowser(folder, testFiles(folder, []));
for (const engine of chosenEngines()) passed = (await runFiles(engine, inBrowsers, files, { shell: true })) && passed;
process.exitCode = passed ? 0 : 1;

// What the fuzz targets need besides Rust: libFuzzer is C++.
import { onPath } from '../lib/run.mjs';

/** @type {import('./requirement.mjs').Requirement<string>} */
const cplusplus = {
  what: 'a C++ compiler, with which libFuzzer is built',
  find: () => onPath('c++', 'cl.exe'),
  debian: () => ['g++'],
  otherwise: process.platform === 'darwin' ? 'run `xcode-select --install`' : 'install g++ or clang',
};

/** The needs of `npm run fuzz`. */
export const fuzzNeeds = [cplusplus];

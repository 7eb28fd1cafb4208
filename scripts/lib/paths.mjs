// Where things are: in this checkout and in the user's cache.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder, without a final slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What `npm run build` writes. @see ../build.mjs */
export const generated = join(root, 'pkg', 'generated');

/** What it makes of the rest of pkg/, to be published. @see ../formats/build.mjs */
export const dist = join(root, 'pkg', 'dist');

/** The folder of what is built once per user and version, so that the next clone does not build it again. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tray-auth-dialog');

/** @param {string} name of a program that an npm package brought */
export const npmProgram = (name) => join(root, 'node_modules', '.bin', name);

/** @param {string[]} parts of a path in the checkout */
export const inRoot = (...parts) => join(root, ...parts);

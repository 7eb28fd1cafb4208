// Finds the files of the built package as an installer would place them: through `exports` and `files` of package.json.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join, normalize } from 'node:path';

/** The package's folder: this checkout, or the one that E2E_PACKAGE names, such as an unpacked tarball. */
export const packageFolder = process.env.E2E_PACKAGE ?? fileURLToPath(new URL('../../../', import.meta.url));
const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));

/** The conditions under which a browser's own `import` resolves, in the order in which a manifest may name them. */
const conditions = ['browser', 'import', 'default'];

/**
 * @param {string} entry `.`, `./js`, `./slim`: a key of `exports`
 * @returns {string} the path of its file inside the package, without a leading dot
 */
export function entryFile(entry) {
  let target = manifest.exports[entry];
  while (target && typeof target === 'object') {
    target = target[Object.keys(target).find((key) => conditions.includes(key))];
  }
  if (!target) throw new Error(`package.json exports no ${entry}`);
  return target.replace(/^\./, '');
}

/** The bytes of one file of the package, or undefined when a user of the package would not have it. */
export async function packageFile(path) {
  const inside = normalize(path).replace(/^\/+/, '');
  const published = manifest.files.some((entry) => inside === entry || inside.startsWith(`${entry}/`));
  if (!published) return undefined;
  try {
    return await readFile(join(packageFolder, inside));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

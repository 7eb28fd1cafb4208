// The modal's style sheet as a module: minified text that the facade puts into a constructable sheet.
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

/** @returns {Promise<string>} the text of the module */
export async function styleModule() {
  // Not at the top: this script is imported before the npm packages are there.
  const { transform } = await import('esbuild');
  const source = readFileSync(inRoot('pkg', 'modal.css'), 'utf8');
  // The oldest browsers with constructable sheets; newer syntax than theirs is refused here rather than ignored there.
  const { code } = await transform(source, {
    loader: 'css',
    minify: true,
    target: ['chrome108', 'firefox101', 'safari16.4'],
  });
  return `export const modalStyles = ${JSON.stringify(code.trim())};\n`;
}

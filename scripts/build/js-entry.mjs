// Builds what the entry without WebAssembly loads: the same crate, translated to JavaScript, behind the same functions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '../lib/paths.mjs';
import { mvpFeatures, optimise, translate } from './binaryen.mjs';
import { bind } from './bindgen.mjs';
import { compile, mvpVariant } from './compile.mjs';
import { glueFactory } from './glue.mjs';
import { writeGenerated } from './write.mjs';

/** The file that the entry imports: the glue, and what takes the place of the module. */
export const jsOutputs = { glue: join(generated, 'js', 'glue.js') };

/** @param {import('../setup/index.mjs').Tools} tools */
export async function buildJsEntry({ rust, wasmBindgen }) {
  await bind(wasmBindgen, await compile(rust, mvpVariant), async ({ glue, module, folder }) => {
    const small = await optimise(module, folder, mvpFeatures);
    const translated = join(folder, 'translated.js');
    await translate(small.path, translated);
    const whole = `${await glueFactory(glue, small)}\n${asFactory(readFileSync(translated, 'utf8'))}`;
    const { transform } = await import('esbuild');
    // Nobody reads it: what is left of the names goes too.
    const { code } = await transform(whole, { minify: true, treeShaking: true, format: 'esm', target: 'es2020' });
    writeGenerated(jsOutputs.glue, code);
  });
}

/** What wasm2js does with a memory that has grown: the new buffer takes the place of the old one. */
const GROWN = /^ +buffer = newBuffer;$/gm;

/**
 * wasm2js writes a module that makes one instance when it is imported. Importing this package must do nothing, and after
 * a trap it needs another instance: what remains here is the function that makes one. And the buffer of a memory that grows
 * is detached, as WebAssembly does it: by that alone the glue knows that its views are of the past. A transfer is what
 * detaches one in every browser.
 * @param {string} translated
 */
function asFactory(translated) {
  const end = translated.indexOf('\nvar retasmFunc = asmFunc({');
  const code = translated.slice(0, end).replace(/^import \* as .+;$/gm, '');
  if (
    end < 0 ||
    /^(import|export)\b/m.test(code) ||
    !code.includes('function asmFunc(imports)') ||
    code.match(GROWN)?.length !== 1
  ) {
    throw new Error('wasm2js writes its modules in another way than before: scripts/build/js-entry.mjs must follow');
  }
  const detaching = code.replace(GROWN, 'new MessageChannel().port1.postMessage(buffer, [buffer]);\n$&');
  return `${detaching}\nexport const createExports = asmFunc;\n`;
}

// Builds what the entry without WebAssembly loads: the same crate, translated to JavaScript, behind the same functions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '../lib/paths.mjs';
import { bind, translate } from './bindgen.mjs';
import { compile, mvpVariant } from './compile.mjs';
import { trimGlue } from './glue.mjs';
import { writeGenerated } from './write.mjs';

/** The file that the entry imports: it exports what the glue of the other entries does; its `start` takes nothing. */
export const jsOutputs = { glue: join(generated, 'js', 'glue.js') };

/** @param {import('../setup/index.mjs').Tools} tools */
export async function buildJsEntry({ rust, wasmBindgen }) {
  await bind(wasmBindgen, await compile(rust, mvpVariant), async ({ glue, module, folder }) => {
    const translated = join(folder, 'translated.js');
    await translate(module, translated);
    const code = asFactory(readFileSync(translated, 'utf8'));
    const whole = await trimGlue(`${viewsThatFollow(glue)}\n${code}`, start, { minify: true });
    writeGenerated(jsOutputs.glue, whole);
  });
}

const start = `
export function start() {
  __wbg_finalize_init({ exports: asmFunc(__wbg_get_imports()) });
}`;

/**
 * wasm2js writes a module that makes one instance when it is imported. Importing this package must do nothing, and after
 * a trap it needs another instance: what remains here is the function that makes one.
 * @param {string} translated
 */
function asFactory(translated) {
  const end = translated.indexOf('\nvar retasmFunc = asmFunc({');
  const code = translated.slice(0, end).replace(/^import \* as .+;$/gm, '');
  if (end < 0 || /^(import|export)\b/m.test(code) || !code.includes('function asmFunc(imports)')) {
    throw new Error('wasm2js writes its modules in another way than before: scripts/build/js-entry.mjs must follow');
  }
  return code;
}

/**
 * When WebAssembly's memory grows, views of it lose their buffer, and the glue looks for that to make new ones. The
 * translated memory keeps the old buffer alive: there, only comparing the buffers tells.
 * @param {string} glue
 */
function viewsThatFollow(glue) {
  const views = glue.match(/^let cached\w+Memory0 = null;$/gm)?.length ?? 0;
  let mended = 0;
  const result = glue.replace(/if \((cached\w+Memory0) === null \|\| .+\) \{$/gm, (_, view) => {
    mended += 1;
    return `if (${view} === null || ${view}.buffer !== wasm.memory.buffer) {`;
  });
  if (mended !== views || /\.detached|\.byteLength === 0/.test(result)) {
    throw new Error(
      'wasm-bindgen writes its views of the memory in another way than before: scripts/build/js-entry.mjs must follow',
    );
  }
  return result;
}

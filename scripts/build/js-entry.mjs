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

/**
 * Bytes that the memory may grow to, all there from the beginning: pages that nobody has written to cost nothing. wasm2js
 * makes a new buffer for a memory that grows, and its code is right only where `$1 = alloc(); HEAP32[$1] = x` stays as it
 * is. SWC's minifier (Next.js, Parcel, Rspack) writes `HEAP32[$1 = alloc()] = x`, which takes the old view before it
 * allocates, and loses what is written. With one buffer for good, both are right. Who needs more gets a trap.
 */
const CAPACITY = 16 * 2 ** 20;
const PAGE = 65_536;

/** What wasm2js writes for the memory: its first buffer, and the two functions of its size. */
const BUFFER = /^ +var buffer = new ArrayBuffer\((\d+)\);$/gm;
const SIZE = /^ function __wasm_memory_size\(\) \{\n[\s\S]+?\n \}$/gm;
const GROW = /^ function __wasm_memory_grow\(pagesToAdd\) \{\n[\s\S]+?\n \}$/gm;

/**
 * wasm2js writes a module that makes one instance when it is imported. Importing this package must do nothing, and after
 * a trap it needs another instance: what remains here is the function that makes one.
 * @param {string} translated
 */
function asFactory(translated) {
  const end = translated.indexOf('\nvar retasmFunc = asmFunc({');
  const code = translated.slice(0, end).replace(/^import \* as .+;$/gm, '');
  const buffers = [...code.matchAll(BUFFER)];
  if (
    end < 0 ||
    /^(import|export)\b/m.test(code) ||
    !code.includes('function asmFunc(imports)') ||
    buffers.length !== 1 ||
    code.match(SIZE)?.length !== 1 ||
    code.match(GROW)?.length !== 1
  ) {
    throw new Error('wasm2js writes its modules in another way than before: scripts/build/js-entry.mjs must follow');
  }
  const ofOneBuffer = code
    .replace(BUFFER, `var buffer = new ArrayBuffer(${CAPACITY}), pages = ${Number(buffers[0]?.[1]) / PAGE};`)
    .replace(SIZE, 'function __wasm_memory_size() { return pages; }')
    .replace(
      GROW,
      `function __wasm_memory_grow(more) {
        if (more < 0 || more > ${CAPACITY / PAGE} - pages) return -1;
        pages += more;
        return pages - more;
      }`,
    );
  return `${ofOneBuffer}\nexport const createExports = asmFunc;\n`;
}

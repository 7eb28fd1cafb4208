// What a page transfers for a dialog: each contender's bundle in brotli-11, and what is loaded beside it.
import { brotliCompressSync } from 'node:zlib';
import { bundle, contenders, fileOf } from './lib/contenders.mjs';

export const title = 'Bytes';
/** No browser is asked. @type {string[]} */
export const engines = [];

/** @param {string | Buffer} bytes */
const weigh = (bytes) => brotliCompressSync(bytes).length;
/** @param {number} count */
const show = (count) => count.toLocaleString('en');

export async function measure() {
  const rows = [];
  const bars = [];
  for (const [name, { label, beside = [], later, ours }] of Object.entries(contenders)) {
    try {
      const own = weigh(await bundle(name));
      const more =
        beside.reduce((sum, path) => sum + weigh(fileOf(path)), 0) + (later ? weigh(await bundle('ours')) : 0);
      rows.push([label, show(own), show(own + more)]);
      bars.push({ label, value: own + more, ours });
    } catch (error) {
      rows.push([label, error instanceof Error ? error.message : String(error), '']);
    }
  }
  return {
    unit: 'bytes, brotli-11, of an esbuild bundle that opens one popup',
    head: ['', 'before the page can continue', 'in total'],
    rows,
    chart: { title: 'Total bytes, brotli-11', short: 'bytes', bars },
  };
}

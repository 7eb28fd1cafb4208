// The entries of the package that the panel has code for.
import { element } from './element.js';
import { javascript } from './javascript.js';
import { react } from './react.js';
import { svelte } from './svelte.js';
import { vue } from './vue.js';

/**
 * By the value of the choice in the page.
 * @type {Record<string, (call: import('./call.js').Call, partner: import('./call.js').Partner) => string>}
 */
export const entries = { javascript, react, vue, svelte, element };

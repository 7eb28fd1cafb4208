// @ts-check
// The entry for Svelte 4 and 5: a store that is also an object for runes, and the context that gives it another
// `openAuthDialog`. Types: svelte.d.ts. Imports Svelte, the default entry, `frameworks/controller`.
import { getContext, onDestroy, onMount, setContext } from 'svelte';
import * as stores from 'svelte/store';
import { createController } from './frameworks/controller.js';
import { openAuthDialog, prepare } from './index.js';

// Svelte 4 has neither this function nor runes. It is read from the namespace, because bundlers reject a missing named import.
const { fromStore } = /** @type {any} */ ({ ...stores });

/** One for all copies of this package. */
export const authDialogKey = Symbol.for('tray-auth-dialog');

/** @param {any} open */
export function setAuthDialog(open) {
  setContext(authDialogKey, open);
}

/** @returns {any} the value in the context, or `undefined` outside of a component */
function given() {
  try {
    return getContext(authDialogKey);
  } catch {
    return undefined;
  }
}

/** @param {any} options an object, or a function that returns one @returns {any} */
export function useAuthDialog(options) {
  const open = given() ?? openAuthDialog;
  const controller = createController(
    () => (typeof options === 'function' ? options() : options),
    () => open,
  );
  try {
    onDestroy(controller.close);
    if (open === openAuthDialog) onMount(prepare);
  } catch {
    // Outside of a component, it lives as long as the page.
  }
  const { subscribe } = controller;
  // Makes the properties reactive in effects and templates of Svelte 5.
  const live = fromStore?.({ subscribe });
  const view = () => (live ? live.current : controller.view());
  return {
    subscribe,
    open: controller.open,
    retry: controller.retry,
    close: controller.close,
    get state() {
      return view().state;
    },
    get busy() {
      return view().busy;
    },
    get result() {
      return view().result;
    },
    get error() {
      return view().error;
    },
  };
}

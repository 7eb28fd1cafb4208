// @ts-check
// The entry for Vue 3: a composable, and the key under which another `openAuthDialog` is provided. Types: vue.d.ts. Imports Vue,
// the default entry, `frameworks/controller`.
import {
  computed,
  getCurrentInstance,
  getCurrentScope,
  inject,
  onMounted,
  onScopeDispose,
  shallowRef,
  unref,
} from 'vue';
import { createController } from './frameworks/controller.js';
import { openAuthDialog, prepare } from './index.js';

/** One for all copies of this package. */
export const authDialogKey = Symbol.for('tray-auth-dialog');

/** @param {any} options an object, a ref of one, or a function that returns one @returns {any} */
export function useAuthDialog(options) {
  const isComponent = getCurrentInstance();
  const open = isComponent ? inject(authDialogKey, openAuthDialog) : openAuthDialog;
  if (isComponent && open === openAuthDialog) onMounted(prepare);
  const read = () => (typeof options === 'function' ? options() : unref(options));
  const controller = createController(read, () => open);
  // Shallow: Vue's proxy around an error or result would not be that error or result.
  const view = shallowRef(controller.view());
  const unsubscribe = controller.subscribe((now) => {
    view.value = now;
  });
  if (getCurrentScope()) {
    onScopeDispose(() => {
      unsubscribe();
      controller.close();
    });
  }
  return {
    open: controller.open,
    retry: controller.retry,
    close: controller.close,
    state: computed(() => view.value.state),
    busy: computed(() => view.value.busy),
    result: computed(() => view.value.result),
    error: computed(() => view.value.error),
  };
}

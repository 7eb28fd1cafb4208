/**
 * `tray-auth-dialog` with its module in a separate file, `tray-auth-dialog/slim.wasm`, which the page loads and caches
 * separately. Until {@link init} has finished, every function throws `not_ready`. If it fails, every function throws its error.
 *
 * ```ts
 * import { init, openAuthDialog } from 'tray-auth-dialog/slim';
 * import wasmUrl from 'tray-auth-dialog/slim.wasm?url'; // Vite; other bundlers use another import
 *
 * await init(wasmUrl); // when the page loads, not in the click
 * ```
 *
 * @packageDocumentation
 */
export * from './index.js';

/** Where the module comes from: its URL, its Response, its bytes, the compiled module, or a promise of one of them. */
export type ModuleSource = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Loads and compiles the module. Only the first call loads it: later calls return the same promise, unless it failed.
 * @throws AuthDialogError (as a rejection) `not_ready` if it cannot be loaded or is from another version, `invalid_options` if
 * it is not WebAssembly, `wasm_blocked` if the page or the browser does not let it run
 */
export function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;

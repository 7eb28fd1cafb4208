/**
 * `tray-auth-dialog` with its module in a file of its own, `tray-auth-dialog/slim.wasm`, which the page loads and caches
 * separately. Before {@link init} has ended, every function throws `not_ready`; after it has failed, every function throws its error.
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

/** Where the module comes from: its URL, its Response, its bytes, or the compiled module; or a promise of one of them. */
export type ModuleSource = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Loads and compiles the module. Only the first call loads: later ones return its promise, until it fails.
 * @throws AuthDialogError (as a rejection) `not_ready` if it cannot be loaded or is that of another version,
 * `invalid_options` if it is not WebAssembly, `wasm_blocked` if the page or the browser does not let it run
 */
export function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;

/**
 * `tray-auth-dialog` without WebAssembly: the same functions, larger. For pages whose Content-Security-Policy forbids
 * WebAssembly, and for browsers in a lockdown mode.
 *
 * @packageDocumentation
 */
export * from './index.js';

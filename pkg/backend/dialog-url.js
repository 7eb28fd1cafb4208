// @ts-check
// The dialog's URL: `authDialogUrl` of the entry without WebAssembly, because edge workers do not compile WebAssembly at run
// time. Imports `error`, `input` and that entry.
import { isAuthDialogError } from '../error.js';
import { authDialogUrl } from '../js.js';
import { TrayBackendError } from './error.js';
import { checkNames } from './input.js';

const NAMES = [
  'partnerName',
  'authorizationCode',
  'solutionInstanceId',
  'externalAuthId',
  'authId',
  'serviceId',
  'serviceEnvironmentId',
  'scopes',
  'region',
  'host',
  'skipTitleField',
  'skipAuthSettings',
];

/** @param {any} options @param {string | undefined} ownRegion the region of the back end */
export function dialogUrl(options, ownRegion) {
  checkNames(options, NAMES, '`dialogUrl`');
  const { region, host } = options;
  try {
    return authDialogUrl({ ...options, region: region === undefined && host === undefined ? ownRegion : region });
  } catch (error) {
    if (!isAuthDialogError(error, 'invalid_options')) throw error;
    const { message, field } = /** @type {any} */ (error);
    throw new TrayBackendError('invalid_options', message, { field });
  }
}

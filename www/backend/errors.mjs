// The back end's errors, and the handler that turns an error into a response.
import { isTrayBackendError } from 'tray-auth-dialog/backend';

/** An error whose message the visitor may see. */
export class ApiError extends Error {
  name = 'ApiError';

  /**
   * @param {number} status  HTTP status
   * @param {string} code  for programs; stable
   * @param {string} message  for the visitor: what happened and what to do
   * @param {{ field?: string, cause?: unknown }} [details]
   */
  constructor(status, code, message, { field, cause } = {}) {
    super(message, { cause });
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

/**
 * The last handler of Express. Any other error is a bug of ours: it is logged, and the visitor does not see it.
 * @param {(line: string) => void} log
 * @returns {import('express').ErrorRequestHandler}
 */
export const errorHandler = (log) => (error, request, response, next) => {
  if (response.headersSent) return next(error);
  const known = error instanceof ApiError ? error : (fromTray(error) ?? fromExpress(error));
  // Only method and path. Body, query and headers contain codes and cookies.
  log(`${request.method} ${request.path} failed: ${known ? known.message : error.stack}`);
  const { status, code, message, field } =
    known ?? new ApiError(500, 'internal', 'The back end failed; its log says why.');
  response.status(status).json({ error: { code, message, field } });
};

/** Errors that the visitor can fix have their own message. Every other failure at Tray is a 502. */
function fromTray(error) {
  if (isTrayBackendError(error, 'not_your_authentication')) {
    return new ApiError(
      403,
      error.code,
      'Tray does not list this authentication among yours, so nothing was saved. Open the dialog again.',
      { field: 'authValues' },
    );
  }
  if (isTrayBackendError(error, 'not_found'))
    return new ApiError(404, 'not_found', 'You have no solution instance with this id.');
  if (isTrayBackendError(error, 'unknown_slot')) {
    return new ApiError(400, 'invalid_request', 'This solution takes no authentication with this external id.', {
      field: error.field,
    });
  }
  if (isTrayBackendError(error, 'conflict'))
    return new ApiError(409, error.code, 'Something else saves to this integration. Try again.');
  return isTrayBackendError(error)
    ? new ApiError(error.answerStatus, error.code, error.message, { cause: error })
    : undefined;
}

/** Express and express.json() have errors of their own for a path or body that they refuse, with a status and sometimes a type. */
function fromExpress(error) {
  if (error?.type === 'entity.parse.failed')
    return new ApiError(400, 'invalid_request', 'The request body is not valid JSON.');
  if (error?.type === 'entity.too.large') return new ApiError(413, 'invalid_request', 'The request body is too large.');
  if (error?.status >= 400 && error.status < 500)
    return new ApiError(error.status, 'invalid_request', `The request cannot be read: ${error.message}.`);
  return undefined;
}

// The errors that the back end's answers are made of, and the one place that turns an error into an answer.

/** An error whose message may be shown to the visitor as it is. */
export class ApiError extends Error {
  name = 'ApiError';

  /**
   * @param {number} status  HTTP status
   * @param {string} code  for programs; stable
   * @param {string} message  for people: what happened and what to do
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
 * Express' last handler. What is not an ApiError is a fault of ours: it is logged, and the visitor learns nothing of it.
 * @param {(line: string) => void} log
 * @returns {import('express').ErrorRequestHandler}
 */
export const errorHandler = (log) => (error, request, response, next) => {
  if (response.headersSent) return next(error);
  const known = error instanceof ApiError ? error : fromExpress(error);
  // Method and path, never body, query or headers: those carry codes and cookies.
  log(`${request.method} ${request.path} failed: ${known ? known.message : error.stack}`);
  const { status, code, message, field } =
    known ?? new ApiError(500, 'internal', 'The back end failed; its log says why.');
  response.status(status).json({ error: { code, message, field } });
};

/** express and express.json() refuse a path or a body with errors of their own, which carry a status and perhaps a type. */
function fromExpress(error) {
  if (error?.type === 'entity.parse.failed')
    return new ApiError(400, 'invalid_request', 'The request body is not valid JSON.');
  if (error?.type === 'entity.too.large') return new ApiError(413, 'invalid_request', 'The request body is too large.');
  if (error?.status >= 400 && error.status < 500)
    return new ApiError(error.status, 'invalid_request', `The request cannot be read: ${error.message}.`);
  return undefined;
}

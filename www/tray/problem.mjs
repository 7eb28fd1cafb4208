// The one error that the simulation expects: something that the caller asked for cannot be had, with a sentence why.

/** Codes as they appear in `extensions.code` of a GraphQL error, with the HTTP status a dialog page uses. */
const STATUS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 422,
  BAD_REQUEST: 400,
};

export class Problem extends Error {
  /**
   * @param {keyof typeof STATUS} code
   * @param {string} message for people
   * @param {string} [field] the form field that it concerns
   */
  constructor(code, message, field) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.status = STATUS[code];
    this.field = field;
  }
}

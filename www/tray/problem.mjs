// The simulation's expected error: it refuses what the caller asked for, and says why.

/** The codes in `extensions.code` of a GraphQL error, with the HTTP status of a dialog's page. */
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
   * @param {string} message for the caller
   * @param {string} [field] the form field that is wrong
   */
  constructor(code, message, field) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.status = STATUS[code];
    this.field = field;
  }
}

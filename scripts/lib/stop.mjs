// A failure that the person at the keyboard can do something about: one sentence, no stack trace.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Thrown where a script cannot go on; its message says in one sentence what to do. */
export class Stop extends Error {
  name = 'Stop';

  /** @param {string} message @param {string} [output] of the program that failed */
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

/** @param {string} url `import.meta.url` @returns {boolean} whether Node was started with that file */
export const isMain = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/** @param {unknown} error @returns {error is Error} whether its message says it all; an unknown option does so too */
const isForPeople = (error) =>
  error instanceof Stop ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

/**
 * Runs a script's main function. A `Stop` ends it with its sentence and exit code 1; anything else is a defect of the
 * script itself and keeps its stack trace.
 * @param {() => Promise<number | void>} main resolves to the exit code, none meaning 0
 */
export async function runMain(main) {
  // Ctrl-C, or a terminal that is closed, must run the `exit` handlers, which remove what is half made and end what was
  // started.
  for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => process.exit(code));
  }
  try {
    process.exitCode = Number((await main()) ?? 0);
  } catch (error) {
    console.error(isForPeople(error) ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

// What failed, as it is told again at the end of a run: the name, what the program said, and the command that runs it alone.
import { stripVTControlCharacters } from 'node:util';
import { runStep } from './run.mjs';
import { Stop } from './stop.mjs';

/** Lines of programs that say how far they are, not what failed. */
const ofProgress =
  /^\s*(Blocking|Checking|Compiling|Documenting|Downloaded|Downloading|Finished|Fresh|Locking|Updating) /;

/**
 * What failed, as it is told at the end.
 * @param {string} title @param {string} output of the program @param {string} [alone] the command that runs it alone
 * @returns {string} the title, the first lines and the last ones, the command
 */
export function failureText(title, output, alone) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() && !ofProgress.test(line))
    .map((line) => `  ${line.slice(0, 400)}`);
  const shown = lines.length > 30 ? [...lines.slice(0, 20), '  …', ...lines.slice(-10)] : lines;
  return [title, ...shown, ...(alone ? [`  alone: ${alone}`] : [])].join('\n');
}

/**
 * Runs a step whose failure does not end the run.
 * @param {string} title
 * @param {string} program
 * @param {string[]} args
 * @param {string} alone the command that runs it alone
 * @param {Parameters<typeof runStep>[3]} [options]
 * @returns {Promise<string[]>} why it failed; nothing when it did not
 */
export async function tryStep(title, program, args, alone, options) {
  try {
    await runStep(title, program, args, options);
    return [];
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return [failureText(title, error.output, alone)];
  }
}

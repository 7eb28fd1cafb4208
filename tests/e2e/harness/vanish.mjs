// Commands that may end the window or frame in which they run: the driver may find it gone before it has answered.

const isGone = ({ name, message }) =>
  name === 'NoSuchWindowError' ||
  name === 'NoSuchFrameError' ||
  // Firefox, if the frame goes while its script is still on its way back, finds no memory for the script's sandbox.
  /frame (was )?detached|window already closed|NS_ERROR_OUT_OF_MEMORY.*evalInSandbox/i.test(message);

/**
 * Runs a command in a window or frame that this very command may end; then there is no answer. A test that goes on to
 * await the outcome does not mind, and one that needed the answer fails.
 * @template T
 * @param {() => Promise<T>} command
 * @returns {Promise<T | undefined>}
 */
export async function mayVanish(command) {
  try {
    return await command();
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

// Plays steps: messages to the opener or parent, closing the window, going to another page.

/** The window that a dialog posts to. In a tab of its own there is none. */
export const host = () => {
  const target = window.opener ?? window.parent;
  return target === window ? null : target;
};

/**
 * @param {object[]} steps as in sim/behaviour.mjs
 * @param {{ result?: { authId: string, authType: string } | null, target?: Window | null }} [context]
 */
export async function play(steps, { result = null, target = host() } = {}) {
  for (const step of steps) {
    if (step.after) await new Promise((resolve) => setTimeout(resolve, step.after));
    // Without `after` there is no `await`, so the next step runs in the same task, as in `postMessage(…); close()`.
    if (step.awaitMessage !== undefined) await messageOfType(step.awaitMessage);
    else playNow(step, result, target);
  }
}

/** The same for a page that unloads and cannot wait. */
export function playAtOnce(steps, { result = null, target = host() } = {}) {
  for (const step of steps) playNow(step, result, target);
}

function playNow(step, result, target) {
  if ('post' in step) target?.postMessage(fill(step.post, result), step.to ?? '*');
  else if (step.closeWindow) window.close();
  else if (step.go !== undefined) location.assign(fillUrl(step.go, result));
  else if (step.block !== undefined) block(step.block);
}

/** Replaces the placeholders in a message by the real authentication. */
function fill(value, result) {
  if (value === '$authId') return result?.authId;
  if (value === '$authType') return result?.authType;
  if (Array.isArray(value)) return value.map((item) => fill(item, result));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, result)]));
}

/** The same in the address of a page that plays steps, which are encoded once more for each page on the way. */
const fillUrl = (url, result) =>
  result ? url.replace(/%(?:25)*24(authId|authType)/g, (_, name) => result[name]) : url;

function messageOfType(type) {
  return new Promise((resolve) => {
    window.addEventListener('message', function look({ data }) {
      if (data?.type !== type) return;
      window.removeEventListener('message', look);
      resolve();
    });
  });
}

function block(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

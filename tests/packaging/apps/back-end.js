// What the samples of docs/frameworks.md import from './back-end': the partner's own functions. The page's query says how they
// behave.
import { openAuthDialog } from 'tray-auth-dialog';

const {
  host,
  code = 'sim:finish-then-close',
  fails = 0,
  grace = 60_000,
} = Object.fromEntries(new URLSearchParams(globalThis.location?.search));

globalThis.codes = 0;
export const fetchCode = async () => {
  globalThis.codes += 1;
  if (globalThis.codes <= Number(fails)) throw new Error('no code');
  return code;
};

/** Shows what was saved, all of it: of a dialog's result, what the back end needs. */
const saved = [];
export const save = (result) => {
  const { solutionInstanceId, authValue } = result;
  saved.push(authValue ? { solutionInstanceId, authValue } : result);
  document.getElementById('outcome').textContent = JSON.stringify(saved);
};

/** What opens on this page: the package's own, at the simulated Tray. */
export const open = (options) => openAuthDialog({ ...options, host, closeGrace: Number(grace) });

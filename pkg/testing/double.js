// @ts-check
// A dialog without a window: the facade's own AuthDialog (`dialog.js`), whose inner side a test drives instead of the module.
// It follows the rows of tests/native/session/table.md that a test can cause; tests/lives/ checks that both behave the same.
// Imports `dialog`, `zone`, `testing/place`.
import { createDialog } from '../dialog.js';
import { inward } from '../zone.js';
import { idsOf, supersede } from './place.js';

/** The codes that only the call itself throws. */
const thrown = ['invalid_options', 'not_in_browser', 'wasm_blocked', 'not_ready'];

/** The codes that only a navigated dialog can fail with. */
const later = ['dialog_error', 'opener_severed'];

const closers = ['user', 'dialog', 'app'];

const stalled = 'The test made the dialog stall.';

const spent =
  'The authorization code was already used, and it works only once. Give it as a function that fetches a new one.';

/**
 * @param {any} options as the facade has copied them
 * @param {{ attached: boolean, code: { spent: boolean }, reopen?: (() => unknown) | undefined, failure?: any }} how `failure`:
 * how it fails at once
 */
export function createDouble(options, { attached, code, reopen, failure }) {
  /** @type {'waiting' | 'open' | 'closing' | 'watching' | 'over'} */
  let stage = 'waiting';
  let closedBy = 'app';
  /** @type {any} */
  let timer;
  /** Steps of the test that wait until the dialog is open. @type {(() => void)[]} */
  const early = [];
  let target = options;

  const { inner, outer } = createDialog(
    options,
    (what) => (what === 'close' ? close('app') : what === 'supersede' && fail('superseded')),
    inward(),
    reopen,
  );
  inner.code = code;

  const isOver = () => stage === 'watching' || stage === 'over';

  /** @param {'watching' | 'over'} now */
  const end = (now) => {
    stage = now;
    clearTimeout(timer);
    options.signal?.removeEventListener?.('abort', abort);
    for (const step of early.splice(0)) step();
  };

  /** @param {string} failed @param {string} [message] @param {unknown} [cause] */
  const fail = (failed, message = `The test made the dialog fail with ${failed}.`, cause = undefined) => {
    // `superseded` also ends the wait for a late finish.
    if (isOver()) return void (failed === 'superseded' && end('over'));
    const settles = failed !== 'dialog_error' || options.closeOnError !== false;
    inner.fail({ code: failed, message }, cause, settles);
    if (settles) end('over');
  };
  const abort = () => fail('aborted', '`signal` was aborted.');

  const closed = () => {
    const frame = options.display !== undefined && options.display !== 'popup';
    inner.emit({ type: 'close', by: closedBy });
    inner.fail({ code: 'closed', message: 'The dialog was closed before it finished.' }, undefined, true);
    end(frame || stage === 'waiting' ? 'over' : 'watching');
  };

  /** @param {string} by */
  const close = (by) => {
    if (stage !== 'waiting' && stage !== 'open') return;
    closedBy = by;
    if (stage === 'waiting') return closed();
    stage = 'closing';
    inner.turn('closing');
    if (options.closeGrace) timer = setTimeout(closed, options.closeGrace);
    else closed();
  };

  /** @param {any} given */
  const finish = ({ authId = target.authId ?? 'auth-1', authType = 'oauth' } = {}) => {
    const { solutionInstanceId, externalAuthId } = target;
    const result = {
      authId,
      authType,
      ...(solutionInstanceId && { solutionInstanceId }),
      ...(externalAuthId && { externalAuthId, authValue: { externalId: externalAuthId, authId } }),
    };
    if (stage === 'watching') {
      inner.emit({ type: 'late-finish', ...result });
      end('over');
    } else if (stage !== 'over') {
      inner.turn('finished');
      inner.finish(result);
      end('over');
    }
  };

  const navigate = (/** @type {any} */ value) => {
    if (stage !== 'waiting') return;
    const text = typeof value === 'object' ? value?.href : value;
    if (typeof text !== 'string' || !text) return fail('code_failed', '`authorizationCode` or `url` gave no string.');
    if (options.url !== undefined) target = { ...options, ...idsOf(text) };
    inner.spend();
    begin('navigate');
  };

  /** @param {'navigate' | 'open'} type */
  const begin = (type) => {
    stage = 'open';
    inner.turn('open');
    inner.emit({ type });
    for (const step of early.splice(0)) step();
  };

  const provide = () => {
    const source = options.url ?? options.authorizationCode ?? 'code';
    if (typeof source !== 'function' && typeof source !== 'object') return navigate(source);
    if (typeof source === 'object' && typeof source.then !== 'function') return navigate(source);
    // An async function, so that a throw and a rejection are handled alike.
    (async () => (typeof source === 'function' ? source() : source))().then(navigate, (cause) =>
      fail('code_failed', '`authorizationCode` or `url` failed; `cause` says why.', cause),
    );
  };

  const start = () => {
    if (options.signal?.aborted) return abort();
    if (code.spent && typeof (options.url ?? options.authorizationCode) !== 'function')
      return fail('code_failed', spent);
    if (failure) return fail(failure.code, failure.message);
    supersede(options, () => fail('superseded', 'A newer dialog took its place.'));
    options.signal?.addEventListener?.('abort', abort);
    if (attached) return begin('open');
    inner.emit({ type: 'open' });
    provide();
  };

  /**
   * Runs the step now, or when the dialog is open. Resolves after the page's callbacks have run.
   * @param {() => void} step @param {boolean} [waits]
   */
  const say = async (step, waits = true) => {
    if (waits && stage === 'waiting') await new Promise((resolve) => early.push(() => resolve(step())));
    else step();
    // First the delivery, then the code that awaits `result`.
    await (isOver() ? outer.result.catch(() => {}) : null);
    await null;
  };

  const byThePage = outer.close;
  Object.assign(outer, {
    options,
    /** @param {any} [result] */
    finish: (result) => say(() => finish(result)),
    /** @param {string} failed @param {string} [message] */
    fail: (failed, message) => {
      if (thrown.includes(failed))
        throw new TypeError(`${failed} is thrown by the call itself: call failNextAuthDialog('${failed}') before it.`);
      if (failed === 'closed') return say(() => close('user'), false);
      return say(() => fail(failed, message), later.includes(failed));
    },
    /** @param {any} [by] anything else, such as a click event, is a call by the page */
    close: (by) => (closers.includes(by) ? close(by) : byThePage()),
    /** @param {any} event */
    emit: (event) => say(() => inner.emit(event.type === 'stalled' ? { message: stalled, ...event } : event)),
  });

  start();
  inner.deliver();
  return outer;
}

// @ts-check
// The state machine behind `/react`, `/vue`, `/svelte` and `/element`: opens dialogs one after another and exposes the state of
// the latest. Knows no framework. Imports `report`.
import { tell } from '../report.js';

/** @typedef {import('./types.js').AuthDialogView} AuthDialogView */
/** @typedef {import('./types.js').OpenAuthDialog} OpenAuthDialog */

const callbacks = ['onFinish', 'onClose', 'onError', 'onEvent'];

/** Ends that are not errors to show, as for `onError`. */
const quiet = ['closed', 'aborted', 'superseded'];

/** @param {string} state */
const isOpen = (state) => ['opening', 'open', 'closing'].includes(state);

/** The settled result of an event. @param {any} event */
function resultOf({ type, ...result }) {
  return result;
}

/**
 * @param {() => any} read the options as they are now
 * @param {() => OpenAuthDialog} opener what opens, as it is now
 */
export function createController(read, opener) {
  /** @type {Set<(view: AuthDialogView) => void>} */
  const subscribers = new Set();
  /** The dialog that was opened last. @type {any} */
  let latest;

  /** @param {any} state @param {{ result?: any, error?: any }} [outcome] */
  const viewOf = (state, { result, error } = {}) => ({
    open,
    retry,
    close,
    state,
    busy: isOpen(state),
    result,
    error,
  });

  /** @param {string} state @param {{ result?: any, error?: any }} [outcome] */
  const show = (state, outcome = {}) => {
    if (view.state === state && view.result === outcome.result && view.error === outcome.error) return;
    view = viewOf(state, outcome);
    for (const subscriber of [...subscribers]) subscriber(view);
  };

  // A callback may come from any dialog; the state of the latest shows whether it is that one. The view changes first, so that
  // a callback sees the new state.
  /** @type {Record<string, (argument: any) => void>} */
  const before = {
    onFinish: (event) => view.busy && latest?.state === 'finished' && show('finished', { result: resultOf(event) }),
    onClose: () => view.busy && latest?.state === 'failed' && show('idle'),
    onError: (error) => {
      if (view.busy && latest && (latest.state === 'failed' || read()?.closeOnError === false))
        show(latest.state, { error });
    },
  };

  /** @param {string} name @param {any} argument */
  const call = (name, argument) => {
    // The current callback: each render passes new ones, which see new values.
    const callback = read()?.[name];
    if (typeof callback === 'function') callback(argument);
  };

  const withCallbacks = (/** @type {any} */ options) => {
    if (!options || typeof options !== 'object') return options;
    const own = { ...options };
    for (const name of callbacks) {
      // Not a function: leave it, so that `openAuthDialog` refuses it by name.
      if (own[name] !== undefined && typeof own[name] !== 'function') continue;
      own[name] = (/** @type {any} */ argument) => {
        before[name]?.(argument);
        call(name, argument);
      };
    }
    return own;
  };

  /** @param {unknown} error thrown by the call itself, which calls no callback */
  const fail = (error) => {
    latest = undefined;
    show('failed', { error });
    /** @type {any} */
    let onError;
    try {
      ({ onError } = read() ?? {});
    } catch {
      // The function that returns the options throws: that is the error.
    }
    // Most likely a mistake in the code, which nothing else might show.
    if (typeof onError !== 'function') console.error(error);
    else tell(onError, error);
  };

  /** @param {() => any} begin @returns {Promise<any>} never rejects */
  const follow = (begin) => {
    /** @type {any} */
    let dialog;
    const isLatest = () => latest === dialog;
    // It may already have settled when this event arrives; the next event says how.
    const update = () => isLatest() && isOpen(dialog.state) && show(dialog.state, { error: view.error });
    const finishLate = (/** @type {any} */ event) => isLatest() && show('finished', { result: resultOf(event) });
    try {
      dialog = begin();
      dialog.on('open', update);
      dialog.on('navigate', update);
      dialog.on('late-finish', finishLate);
    } catch (error) {
      fail(error);
      return Promise.resolve(undefined);
    }
    latest = dialog;
    show(dialog.state);
    return dialog.result.then(
      (/** @type {any} */ result) => {
        if (isLatest() && view.busy) show('finished', { result });
        return result;
      },
      (/** @type {any} */ error) => {
        if (isLatest() && view.busy) quiet.includes(error?.code) ? show('idle') : show('failed', { error });
      },
    );
  };

  function open() {
    latest?.close();
    return follow(() => opener()(withCallbacks(read())));
  }

  function retry() {
    return latest?.retry ? follow(latest.retry) : open();
  }

  function close() {
    latest?.close();
    // There is no event for `closing`.
    if (latest && isOpen(latest.state)) show(latest.state, { error: view.error });
  }

  /** @type {AuthDialogView} */
  let view = viewOf('idle');

  return {
    open,
    retry,
    close,
    view: () => view,
    /**
     * The contract of Svelte's stores, which also works for the other frameworks.
     * @param {(view: AuthDialogView) => void} subscriber
     */
    subscribe: (subscriber) => {
      // The same function given twice counts as two subscribers.
      const own = (/** @type {AuthDialogView} */ now) => subscriber(now);
      subscribers.add(own);
      own(view);
      return () => void subscribers.delete(own);
    },
  };
}

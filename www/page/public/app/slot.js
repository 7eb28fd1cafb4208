// One service to connect: its row, its buttons, and the dialog that they open.
import { isAuthDialogError } from 'tray-auth-dialog';
import { BackEndError } from './back-end.js';
import { choices, choosePopup } from './choices.js';
import { showCodeThatRan } from './code/panel.js';
import { openDialog, saveResult } from './connect.js';
import { announce } from './dom.js';
import { logEvent, logFailure } from './log.js';
import { retry } from './popup-blocker.js';
import { showError, showResult } from './result.js';
import { createSlotView } from './slot-view.js';
import { failStep, showStep } from './steps.js';
import { wordsForOpening, wordsForSaving } from './words.js';

/**
 * @typedef {object} Connection  what Tray has for this slot
 * @property {string} solutionInstanceId
 * @property {{ id: string, name: string }} [authentication]  absent until it is connected
 */

/**
 * @param {{ externalId: string, title: string }} slot
 * @param {{ accountId: string }} visitor
 * @param {{ onSaved: () => Promise<void> }} listeners  reads the state back from Tray
 */
export function createSlot({ externalId, title }, { accountId }, { onSaved }) {
  /** @type {Connection | undefined} */
  let connection;
  /** @type {import('tray-auth-dialog').AuthDialog | undefined} */
  let dialog;
  const view = createSlotView(title, {
    onPrimary: () => (dialog ? dialog.focus() : start(connection.authentication ? 'edit' : 'create')),
    onSecondary: () => (dialog ? dialog.close() : start('create')),
  });

  /** @param {'create' | 'edit'} purpose */
  const start = (purpose) => {
    const chosen = choices();
    return run(purpose, chosen, () => open(purpose, chosen));
  };

  /** @param {'create' | 'edit'} purpose @param {ReturnType<typeof choices>} chosen */
  function open(purpose, chosen) {
    return openDialog({
      ...callOf(purpose, chosen),
      accountId,
      display: chosen.display === 'inline' ? view.showFrame() : chosen.display,
      simulate: chosen.simulate,
      onEvent: (event) => onEvent(event, purpose, chosen.display),
    });
  }

  /** @returns {import('./code/call.js').Call} */
  const callOf = (purpose, { display, skipTitleField, skipAuthSettings }) => ({
    title: `${purpose === 'edit' ? 'Edit' : 'Connect'} ${title}`,
    target:
      purpose === 'edit'
        ? { authId: connection.authentication.id }
        : { solutionInstanceId: connection.solutionInstanceId, externalAuthId: externalId },
    display,
    skipTitleField,
    skipAuthSettings,
  });

  /** @type {import('./code/panel.js').Source} */
  const source = {
    next: () => callOf(connection.authentication ? 'edit' : 'create', choices()),
    accountId,
    keep: saveAside,
  };

  /**
   * `retry()` opens the dialog again with the same options. If the visitor has changed a choice, it opens a new dialog.
   * @param {import('tray-auth-dialog').AuthDialog} before
   * @param {'create' | 'edit'} purpose
   * @param {ReturnType<typeof choices>} chosen
   */
  function again(before, purpose, chosen) {
    if (JSON.stringify(choices()) !== JSON.stringify(chosen)) return start(purpose);
    return run(purpose, chosen, () => {
      if (chosen.display === 'inline') view.showFrame();
      return retry(chosen.simulate, before);
    });
  }

  /**
   * @param {'create' | 'edit'} purpose
   * @param {ReturnType<typeof choices>} chosen
   * @param {() => import('tray-auth-dialog').AuthDialog} begin  must open the dialog before it returns: this is still the click
   */
  async function run(purpose, chosen, begin) {
    view.clearMessage();
    let opened;
    try {
      const call = callOf(purpose, chosen);
      opened = dialog = begin();
      showCodeThatRan(call, source);
      view.showOpen();
      showStep('code');
      const result = await opened.result;
      showResult(title, result);
      await save(result);
    } catch (error) {
      if (dialog !== opened) return; // the popup has replaced it
      fail(error, wordsForOpening(error), opened && (() => again(opened, purpose, chosen)));
    } finally {
      if (dialog === opened) {
        dialog = undefined;
        view.showConnection(connection);
        view.hideFrame();
      }
    }
  }

  /** For a frame that stays empty: closes it, and opens a popup in the same click. @param {'create' | 'edit'} purpose */
  function usePopup(purpose) {
    choosePopup();
    const before = dialog;
    dialog = undefined;
    before?.close();
    view.hideFrame();
    start(purpose);
  }

  async function save(result) {
    view.clearMessage(); // of the dialog, or of an earlier attempt to save
    const isEdit = !result.authValue; // the instance already has it, so there is nothing to save
    showStep(isEdit ? 'result' : 'saved', isEdit ? 'done' : 'now');
    view.showBusy(isEdit ? 'Reading it back…' : 'Saving…');
    try {
      await saveResult(result, choices().simulate);
      await onSaved();
      view.clearMessage();
      if (!isEdit) showStep('saved', 'done');
      announce(`${title} is ${isEdit ? 'changed' : 'connected'}.`);
    } catch (error) {
      // The authentication exists at Tray, so “Try again” only saves.
      fail(error, wordsForSaving(error, isEdit), () => saveAside(result));
    }
  }

  /** Saves while no dialog, or a newer one, is open. */
  async function saveAside(result) {
    await save(result);
    if (dialog) view.showOpen();
    else view.showConnection(connection);
  }

  /** @param {import('./words.js').Words} words @param {() => void} [tryAgain] */
  function fail(error, { text, kind = 'bad', way = 'retry' }, tryAgain) {
    failStep();
    if (isAuthDialogError(error)) showError(title, error);
    else if (!(error instanceof BackEndError)) logFailure(title, error); // the back end's are in the log already
    const actions = {
      retry: tryAgain && { label: 'Try again', run: tryAgain },
      reload: { label: 'Reload', run: () => location.reload() },
    };
    view.showMessage(text, { kind, action: actions[way] });
    announce(`${title}: ${text}`);
  }

  /** @param {import('tray-auth-dialog').AuthDialogEvent} event */
  function onEvent(event, purpose, display) {
    logEvent(title, event);
    if (event.type === 'navigate') showStep('dialog');
    // A modal has its own button for this.
    if (event.type === 'stalled' && display === 'inline')
      view.showMessage('Is the dialog empty? Open it in a popup.', {
        kind: 'calm',
        action: { label: 'Use a popup', run: () => usePopup(purpose) },
      });
    // The visitor had finished before they closed the dialog. The authentication exists, so save it.
    if (event.type === 'late-finish') saveAside(event);
  }

  return {
    root: view.root,
    externalId,
    source,
    /** @param {Connection} now */
    update(now) {
      // Another row was saved, and this one has changed too, so its message is out of date.
      if (connection && now.authentication?.id !== connection.authentication?.id) view.clearMessage();
      connection = now;
      if (!dialog) view.showConnection(connection);
    },
    /** The page could not load what this row needs. */
    giveUp() {
      if (!connection) view.showUnavailable();
    },
  };
}

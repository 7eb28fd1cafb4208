// @ts-check
// The texts in German.

/** @type {import('../labels.js').Texts} */
export const de = {
  language: 'de',
  labels: {
    title: 'Konto verbinden',
    close: 'Schließen',
    loading: 'Wird geladen…',
    waiting: 'Einen Moment…',
    trouble: 'Probleme? In einem Fenster öffnen',
    restart: 'Probleme? Bitte schließen und neu beginnen.',
    blocked: 'Das Fenster wurde blockiert. Bitte Pop-ups erlauben und noch einmal versuchen.',
  },
  messages: {
    invalid_options: 'Das geht im Moment nicht. Bitte versuchen Sie es später noch einmal.',
    not_in_browser: 'Das geht nur in einem Webbrowser.',
    wasm_blocked: 'Das geht in Ihrem Browser nicht. Bitte verwenden Sie einen anderen.',
    not_ready: 'Die Seite wird noch geladen. Bitte versuchen Sie es gleich noch einmal.',
    popup_blocked:
      'Ihr Browser hat das Fenster blockiert. Bitte erlauben Sie Pop-ups für diese Seite und versuchen Sie es noch einmal.',
    code_failed: 'Die Verbindung konnte nicht gestartet werden. Bitte versuchen Sie es noch einmal.',
    opener_severed:
      'Das Fenster hat den Kontakt zu dieser Seite verloren. Bitte schließen Sie es und versuchen Sie es noch einmal.',
    frame_blocked:
      'Die Verbindung kann auf dieser Seite nicht angezeigt werden. Bitte verwenden Sie einen anderen Browser oder wenden Sie sich an unseren Support.',
    dialog_error: 'Ihr Konto konnte nicht verbunden werden. Bitte versuchen Sie es noch einmal.',
    timeout: 'Das hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
    internal: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  },
};

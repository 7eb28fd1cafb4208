// @ts-check
// The texts in German, which says “Sie”. A space that does not break comes before an ellipsis.

/** @type {import('../labels.js').Texts} */
export const de = {
  language: 'de',
  labels: {
    title: 'Konto verbinden',
    close: 'Schließen',
    loading: 'Wird geladen\u00a0…',
    waiting: 'Einen Moment bitte\u00a0…',
    trouble: 'Probleme? In neuem Fenster öffnen',
    restart: 'Probleme? Bitte schließen und erneut versuchen.',
    blocked: 'Das Fenster wurde blockiert. Bitte Pop-ups zulassen und erneut versuchen.',
  },
  messages: {
    invalid_options: 'Ihr Konto kann im Moment nicht verbunden werden. Bitte versuchen Sie es später erneut.',
    not_in_browser: 'Das funktioniert nur in einem Webbrowser.',
    wasm_blocked: 'Das funktioniert in Ihrem Browser nicht. Bitte verwenden Sie einen anderen Browser.',
    not_ready: 'Die Seite wird noch geladen. Bitte versuchen Sie es gleich noch einmal.',
    popup_blocked:
      'Ihr Browser hat das Fenster blockiert. Bitte lassen Sie Pop-ups für diese Website zu und versuchen Sie es erneut.',
    code_failed: 'Die Verbindung konnte nicht gestartet werden. Bitte versuchen Sie es erneut.',
    opener_severed:
      'Das Fenster hat die Verbindung zu dieser Seite verloren. Bitte schließen Sie es und versuchen Sie es erneut.',
    frame_blocked:
      'Die Anmeldung kann auf dieser Seite nicht angezeigt werden. Bitte verwenden Sie einen anderen Browser oder wenden Sie sich an unseren Support.',
    dialog_error: 'Ihr Konto konnte nicht verbunden werden. Bitte versuchen Sie es erneut.',
    timeout: 'Das hat zu lange gedauert. Bitte versuchen Sie es erneut.',
    internal: 'Es ist ein Fehler aufgetreten. Bitte versuchen Sie es erneut.',
  },
};

// @ts-check
// The texts in French, which says “vous”. A narrow space that does not break comes before a question mark.

/** @type {import('../labels.js').Texts} */
export const fr = {
  language: 'fr',
  labels: {
    title: 'Connecter votre compte',
    close: 'Fermer',
    loading: 'Chargement…',
    waiting: 'Un instant…',
    trouble: 'Un problème\u202f? Ouvrir dans une nouvelle fenêtre',
    restart: 'Un problème\u202f? Fermez et recommencez.',
    blocked: 'La fenêtre a été bloquée. Autorisez les fenêtres pop-up et réessayez.',
  },
  messages: {
    invalid_options: 'Votre compte ne peut pas être connecté pour le moment. Veuillez réessayer plus tard.',
    not_in_browser: 'Cette fonctionnalité n’est disponible que dans un navigateur web.',
    wasm_blocked: 'Cette fonctionnalité n’est pas disponible dans votre navigateur. Veuillez en essayer un autre.',
    not_ready: 'La page est encore en cours de chargement. Veuillez réessayer dans un instant.',
    popup_blocked:
      'Votre navigateur a bloqué la fenêtre. Veuillez autoriser les fenêtres pop-up pour ce site et réessayer.',
    code_failed: 'La connexion n’a pas pu démarrer. Veuillez réessayer.',
    opener_severed: 'La fenêtre ne communique plus avec cette page. Veuillez la fermer et réessayer.',
    frame_blocked:
      'La connexion ne peut pas s’afficher sur cette page. Veuillez essayer un autre navigateur ou contacter notre assistance.',
    dialog_error: 'Votre compte n’a pas pu être connecté. Veuillez réessayer.',
    timeout: 'L’opération a pris trop de temps. Veuillez réessayer.',
    internal: 'Une erreur s’est produite. Veuillez réessayer.',
  },
};

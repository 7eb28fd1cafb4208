// @ts-check
// The texts in French.

/** @type {import('../labels.js').Texts} */
export const fr = {
  language: 'fr',
  labels: {
    title: 'Connecter votre compte',
    close: 'Fermer',
    loading: 'Chargement…',
    waiting: 'Un instant…',
    trouble: 'Un problème ? Ouvrir dans une fenêtre',
    restart: 'Un problème ? Fermez et recommencez.',
    blocked: 'La fenêtre a été bloquée. Autorisez les fenêtres pop-up et réessayez.',
  },
  messages: {
    invalid_options: 'Cela ne fonctionne pas pour le moment. Veuillez réessayer plus tard.',
    not_in_browser: 'Cela ne fonctionne que dans un navigateur web.',
    wasm_blocked: 'Cela ne fonctionne pas dans votre navigateur. Veuillez en essayer un autre.',
    not_ready: 'La page est encore en cours de chargement. Veuillez réessayer dans un instant.',
    popup_blocked:
      'Votre navigateur a bloqué la fenêtre. Veuillez autoriser les fenêtres pop-up pour cette page et réessayer.',
    code_failed: 'La connexion n’a pas pu démarrer. Veuillez réessayer.',
    opener_severed: 'La fenêtre a perdu le contact avec cette page. Veuillez la fermer et réessayer.',
    frame_blocked:
      'La connexion ne peut pas s’afficher sur cette page. Veuillez essayer un autre navigateur ou contacter notre assistance.',
    dialog_error: 'Votre compte n’a pas pu être connecté. Veuillez réessayer.',
    timeout: 'Cela a pris trop de temps. Veuillez réessayer.',
    internal: 'Cela n’a pas fonctionné. Veuillez réessayer.',
  },
};

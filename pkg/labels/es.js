// @ts-check
// The texts in Spanish, which says “usted”.

/** @type {import('../labels.js').Texts} */
export const es = {
  language: 'es',
  labels: {
    title: 'Conecte su cuenta',
    close: 'Cerrar',
    loading: 'Cargando…',
    waiting: 'Un momento…',
    trouble: '¿Algún problema? Abrir en una ventana nueva',
    restart: '¿Algún problema? Cierre y vuelva a empezar.',
    blocked: 'El navegador ha bloqueado la ventana. Permita las ventanas emergentes e inténtelo de nuevo.',
  },
  messages: {
    invalid_options: 'No se puede conectar su cuenta en este momento. Inténtelo de nuevo más tarde.',
    not_in_browser: 'Esta función solo está disponible en un navegador web.',
    wasm_blocked: 'Esta función no está disponible en su navegador. Pruebe con otro.',
    not_ready: 'La página todavía se está cargando. Inténtelo de nuevo en unos instantes.',
    popup_blocked:
      'Su navegador ha bloqueado la ventana. Permita las ventanas emergentes en este sitio e inténtelo de nuevo.',
    code_failed: 'No se ha podido iniciar la conexión. Inténtelo de nuevo.',
    opener_severed: 'La ventana ha perdido la conexión con esta página. Ciérrela e inténtelo de nuevo.',
    frame_blocked:
      'La conexión no se puede mostrar en esta página. Pruebe con otro navegador o póngase en contacto con nuestro equipo de asistencia.',
    dialog_error: 'No se ha podido conectar su cuenta. Inténtelo de nuevo.',
    timeout: 'La operación ha tardado demasiado. Inténtelo de nuevo.',
    internal: 'Se ha producido un error. Inténtelo de nuevo.',
  },
};

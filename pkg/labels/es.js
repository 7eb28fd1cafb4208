// @ts-check
// The texts in Spanish.

/** @type {import('../labels.js').Texts} */
export const es = {
  language: 'es',
  labels: {
    title: 'Conectar su cuenta',
    close: 'Cerrar',
    loading: 'Cargando…',
    waiting: 'Un momento…',
    trouble: '¿Problemas? Abrir en una ventana',
    restart: '¿Problemas? Cierre y empiece de nuevo.',
    blocked: 'La ventana se ha bloqueado. Permita las ventanas emergentes e inténtelo de nuevo.',
  },
  messages: {
    invalid_options: 'Esto no funciona en este momento. Inténtelo de nuevo más tarde.',
    not_in_browser: 'Esto solo funciona en un navegador web.',
    wasm_blocked: 'Esto no funciona en su navegador. Pruebe con otro.',
    not_ready: 'La página todavía se está cargando. Inténtelo de nuevo en un momento.',
    popup_blocked:
      'Su navegador ha bloqueado la ventana. Permita las ventanas emergentes en esta página e inténtelo de nuevo.',
    code_failed: 'No se ha podido iniciar la conexión. Inténtelo de nuevo.',
    opener_severed: 'La ventana ha perdido el contacto con esta página. Ciérrela e inténtelo de nuevo.',
    frame_blocked:
      'La conexión no se puede mostrar en esta página. Pruebe con otro navegador o póngase en contacto con nuestro equipo de asistencia.',
    dialog_error: 'No se ha podido conectar su cuenta. Inténtelo de nuevo.',
    timeout: 'Esto ha tardado demasiado. Inténtelo de nuevo.',
    internal: 'Esto no ha funcionado. Inténtelo de nuevo.',
  },
};

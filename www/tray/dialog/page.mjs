// Renders a dialog and its error page, with the headers of its behaviour.
import { services } from '../catalogue.mjs';
import { render } from '../views.mjs';
import { DEFAULTS, error as errorStep } from '../sim/steps.mjs';

/** @typedef {import('../sim/behaviour.mjs').Behaviour} Behaviour */

/**
 * @param {import('express').Response} response
 * @param {import('./sessions.mjs').Session} session
 * @param {{ frameAncestors: string, origins: { provider: string } }} tray
 * @param {{ resumed?: boolean }} [how] `resumed`: back from the provider in the same window, so nothing plays twice
 */
export function renderDialog(response, session, tray, { resumed = false } = {}) {
  const { behaviour, target } = session;
  setHeaders(response, behaviour);
  const steps = { ...DEFAULTS, ...pick(behaviour, Object.keys(DEFAULTS)), ...(resumed && { onLoad: [] }) };
  const via = behaviour.provider?.via ?? 'popup';
  render(
    response,
    target.service ? 'dialog' : 'choose',
    {
      session,
      services,
      parts: partsOf(session),
      page: {
        api: `/external/auth/sessions/${session.id}`,
        steps,
        via,
        resumed,
        askBeforeClose: behaviour.askBeforeClose ?? false,
        result: session.result ?? null,
        service: target.service?.title ?? null,
        authType: target.service?.authType ?? null,
        consent: session.consent,
      },
    },
    {
      frameAncestors: frameAncestors(behaviour, tray),
      frameSrc: via === 'frame' ? `'self' ${tray.origins.provider}` : undefined,
    },
  );
}

/**
 * The page for a dialog that cannot open. It tells the user and the host page why.
 * @param {import('express').Response} response
 * @param {import('../problem.mjs').Problem} problem
 * @param {{ frameAncestors: string }} tray
 * @param {Behaviour} [behaviour]
 */
export function renderError(response, problem, tray, behaviour = {}) {
  setHeaders(response, behaviour);
  render(
    response.status(problem.status),
    'error',
    {
      message: problem.message,
      page: { steps: { ...DEFAULTS, onLoad: [errorStep(problem.message)] } },
    },
    { frameAncestors: frameAncestors(behaviour, tray) },
  );
}

/** The parts of the form, in order. @param {import('./sessions.mjs').Session} session */
function partsOf({ target: { service }, options }) {
  if (!service) return [];
  const oauth = service.authType === 'oauth';
  return [
    !options.skipTitleField && 'title',
    oauth && !options.skipAuthSettings && 'settings',
    oauth ? 'scopes' : 'fields',
  ].filter(Boolean);
}

/** @param {import('express').Response} response @param {Behaviour} behaviour */
function setHeaders(response, { http }) {
  if (http?.coop) response.set('cross-origin-opener-policy', http.coop);
  if (http?.framing === 'x-frame-options') response.set('x-frame-options', 'DENY');
}

/** @param {Behaviour} behaviour @param {{ frameAncestors: string }} tray */
function frameAncestors({ http }, tray) {
  if (http?.framing === 'x-frame-options') return false; // the directive, if there is one, overrides the header
  return http?.framing === 'frame-ancestors' ? "'none'" : tray.frameAncestors;
}

const pick = (object, keys) =>
  Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));

// GET of a dialog's URL, in all four forms of PROTOCOL section 2: uses the code and shows the dialog, or says what is wrong.
import { setTimeout as sleep } from 'node:timers/promises';

import { services } from '../catalogue.mjs';
import { originOf } from '../hosts.mjs';
import { Problem } from '../problem.mjs';
import { resolveBehaviour } from '../sim/behaviours.mjs';
import { readSimCode } from '../sim/code.mjs';
import { fillPlaces } from '../sim/places.mjs';
import { withQuery } from '../sim/query.mjs';
import { finishSession } from './finish.mjs';
import { renderDialog, renderError } from './page.mjs';
import { findTarget, provide } from './target.mjs';

/** @param {import('../server.mjs').Tray} tray */
export const openDialog = (tray) => async (request, response) => {
  if (request.method === 'HEAD') return response.end(); // looking at the headers must not use up the code
  let behaviour = {};
  try {
    behaviour = behaviourOf(tray, request);
    if (await answerOtherwise(response, behaviour.http ?? {})) return;
    const session = openSession(tray, request, behaviour);
    tray.store.log.add('opened', { session: session.id, tag: behaviour.tag, path: request.path });
    renderDialog(response, session, tray);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tray.store.log.add('refused', { tag: behaviour.tag, path: request.path, message: error.message });
    renderError(response, error, tray, behaviour);
  }
};

function behaviourOf({ store, origins }, request) {
  const { code } = request.query;
  const described = readSimCode(code);
  const behaviour =
    described === undefined
      ? store.behaviours.for({ code, userId: store.codes.userOf(code) })
      : resolveBehaviour(described);
  return fillPlaces(withQuery(request.query, behaviour), { ...origins, tray: originOf(request) });
}

/** @returns {Promise<boolean>} whether the request has been answered without a dialog */
async function answerOtherwise(response, { delay, status, redirect }) {
  if (delay) await sleep(delay, undefined, { ref: false });
  if (redirect) response.redirect(redirect);
  else if (status === 204) response.status(204).end();
  else if (status) response.status(status).type('text').send('The simulation was asked to fail here.');
  return response.headersSent;
}

function openSession({ store, sessions, partnerName }, { params, query }, behaviour) {
  if (params.partnerName !== partnerName)
    throw new Problem('NOT_FOUND', `There is no partner "${params.partnerName}".`);
  const userId = readSimCode(query.code) === undefined ? store.codes.redeem(query.code) : provide(store, params);
  const session = sessions.open({
    userId,
    partnerName,
    behaviour,
    target: findTarget(store, userId, params, query),
    options: { skipTitleField: query.skipTitleField === 'true', skipAuthSettings: query.skipAuthSettings === 'true' },
  });
  if (finishesByItself(behaviour)) {
    session.target.service ??= services[0];
    finishSession(store, session, {}, { trusting: true });
  }
  return session;
}

/**
 * Whether steps that play by themselves mention an authentication, also in the address of a page that plays steps. Then it must
 * exist.
 */
const finishesByItself = ({ onLoad, onPagehide }) => /("\$|%(25)*24)auth/.test(JSON.stringify([onLoad, onPagehide]));

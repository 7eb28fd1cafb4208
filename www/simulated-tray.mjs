// Starts the simulated Tray, with the same properties as the settings of the real one.
import { GROUPS, NAMES } from './case-names.mjs';
import { startTray } from './tray/server.mjs';
import { cases } from './tray/sim/cases.mjs';

/**
 * @param {object} options
 * @param {number} options.port  0 takes a free one
 * @param {string} options.pageOrigin  may frame the dialog, as a whitelabel partner's page may
 * @param {(line: string) => void} options.log
 */
export async function simulatedTray({ port, pageOrigin, log }) {
  const partnerName = 'acme';
  const tray = await startTray({ port, partnerName, frameAncestors: [pageOrigin], log });
  return {
    tray,
    partnerName,
    graphqlUrl: tray.graphqlUrl,
    masterToken: tray.masterToken,
    host: tray.origin,
    dialogOrigin: tray.origin,
    cases: cases.map(describe),
    /** Attaches a special case to a code: the dialog that is opened with it plays the case. */
    apply: (authorizationCode, name) => tray.store.behave(authorizationCode, name),
    close: () => tray.close(),
  };
}

/** @param {import('./tray/sim/cases.mjs').Case} known */
const describe = ({ name, about, expect, manual }) => ({
  id: name,
  label: NAMES[name],
  description: manual ? `${about} Go through the dialog to see it.` : about,
  group: GROUPS[expect],
});

// Starts the simulated Tray and describes it in the words that the demo uses for either Tray.
import { startTray } from './tray/server.mjs';
import { cases } from './tray/sim/cases.mjs';

/** What becomes of the dialog, for the menu of special cases. `expect` is an outcome named in the case. */
const GROUPS = {
  finish: 'Ends well',
  closed: 'Ends as closed',
  dialog_error: 'Ends in an error from Tray',
  opener_severed: 'Ends with a severed opener',
};
const ELSE = 'Depends on what you do';

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
  label: labelOf(about),
  description: manual ? `${about} Go through the dialog to see it.` : about,
  group: GROUPS[expect] ?? ELSE,
});

/** What happens, in short: the first sentence up to a colon or semicolon. */
const labelOf = (about) => about.split(/[:;] |\. |\.$/)[0];

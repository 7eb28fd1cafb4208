// What a file of this folder is made of: one attack, tried in many ways in each chosen engine, and counted.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { after } from 'node:test';
import { suite } from '../../e2e/harness/suite.mjs';
import { report } from './tally.mjs';
import { Victim } from './victim.mjs';

/**
 * @typedef {object} Tools
 * @property {typeof import('node:test').test} test for tries that need no dialog
 * @property {string} engine
 * @property {import('../../e2e/harness/suite.mjs').Browser} browser
 * @property {(displays: string[], what: string, body: (victim: Victim) => Promise<void>) => void} against a test for each
 *   display: whatever the body tries, in the end the true dialog settles
 * @property {(tries: number, accepted: string[]) => void} count tries that no `Victim` counts
 * @property {(what: string, why: Record<string, string>) => boolean} possible whether this engine can be brought to do
 *   `what`; if not, `why[engine]` tells the reason and is printed with the counts
 */

/**
 * @param {string} url `import.meta.url` of the file: its name is the attack's
 * @param {{ wants: string, fails: string, launch?: object }} statement what the attacker wants, and why it must fail
 * @param {(tools: Tools) => void} define
 */
export function attack(url, { wants, fails, launch }, define) {
  const name = basename(url, '.test.mjs');
  suite(
    `${name}: ${wants} In vain: ${fails}`,
    ({ test, engine, browser }) => {
      const total = { attack: name, wants, engine, tries: 0, accepted: [], impossible: {} };
      const add = (tries, accepted) => {
        total.tries += tries;
        total.accepted.push(...accepted);
      };
      after(() => report(total));
      define({
        test,
        engine,
        browser,
        count(tries, accepted) {
          add(tries, accepted);
          assert.deepEqual(accepted, [], 'accepted');
        },
        possible(what, why) {
          if (why[engine]) total.impossible[what] = why[engine];
          return !why[engine];
        },
        against(displays, what, body) {
          for (const display of displays) {
            test(`${what}, against ${display}`, async () => {
              const victim = new Victim(browser, display);
              try {
                await body(victim);
              } finally {
                // What was accepted may be why the body could not go on.
                add(victim.tries, victim.accepted);
              }
              assert.deepEqual(victim.accepted, [], 'accepted');
              await victim.settles();
            });
          }
        },
      });
    },
    { launch },
  );
}

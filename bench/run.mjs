// `npm run bench`: speed in a real browser, each figure beside a baseline of the same run. Only ratios can be compared
// between machines; nothing here passes or fails. ENGINES chooses the browsers.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { chosenEngines } from '../tests/e2e/harness/engines.mjs';
import { openSession } from '../tests/e2e/harness/session.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = createRequire(import.meta.url)('../package.json');

const app = express()
  .use(express.static(folder('pages')))
  .use('/pkg', express.static(folder('../pkg')));
const server = await new Promise((resolve) => {
  const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
});
const origin = (host) => `http://${host}:${server.address().port}`;
const page = `${origin('localhost')}/host.html`;

const round = (number) => number.toFixed(2);
const row = (what, { ours, baseline, ratio }) =>
  console.log(
    `${what.padEnd(64)}${round(ours).padStart(10)}${round(baseline).padStart(10)}${round(ratio).padStart(8)}`,
  );

for (const engine of chosenEngines()) {
  const { driver, quit } = await openSession(engine, {});
  try {
    await driver.manage().setTimeouts({ script: 300_000 });
    const cold = [];
    for (let visit = 0; visit < 15; visit++) {
      await driver.get(page);
      cold.push(
        await driver.executeAsyncScript((done) => {
          import('/measure.js').then(({ firstCall }) => done(firstCall()));
        }),
      );
    }
    cold.sort((a, b) => a - b);
    const { foreign, settled, crowd } = await driver
      .executeAsyncScript(
        (dialog, other, done) => {
          import('/measure.js')
            .then(({ measure }) => measure(dialog, other))
            .then(done, (error) => done({ error: String(error.stack) }));
        },
        origin('dialog.localhost'),
        origin('other.localhost'),
      )
      .then((answer) => {
        if (answer.error) throw new Error(answer.error);
        return answer;
      });
    console.log(`\n${engine}, tray-auth-dialog ${version}\n`);
    console.log(`${'ms (median)'.padEnd(64)}${'package'.padStart(10)}${'baseline'.padStart(10)}${'ratio'.padStart(8)}`);
    row('2,000 foreign messages, against a listener written by hand', foreign);
    row('finish posted → result resolved, against the same', settled);
    row('2,000 foreign messages with 991 dialogs open, against 1', crowd);
    console.log(
      `first call, cold: decode, compile, instantiate (15 page loads)     median ${round(cold[7])}, best ${round(cold[0])}`,
    );
  } finally {
    await quit();
  }
}
server.close();

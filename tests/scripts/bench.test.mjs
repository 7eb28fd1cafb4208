// The bench goes on when one of those that it compares cannot be installed, bundled or run, and says so in its row.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rowsOf } from '../../bench/build-times.mjs';
import { measure } from '../../bench/bytes.mjs';
import { draw } from '../../bench/lib/chart.mjs';
import { contenders } from '../../bench/lib/contenders.mjs';
import { median, spread, times } from '../../bench/lib/figures.mjs';
import { alternate } from '../../bench/lib/rounds.mjs';
import { summary } from '../../bench/lib/summary.mjs';
import { addTimes, readTimes } from '../../scripts/lib/times.mjs';

describe('a contender', () => {
  it('that cannot be bundled says so in its row, and the others are weighed', async () => {
    const all = { ...contenders };
    for (const name of Object.keys(all)) delete contenders[name];
    Object.assign(contenders, {
      hand: all.hand,
      absent: { file: 'absent.js', label: 'not-installed' },
      ours: all.ours,
    });
    try {
      const { rows, chart } = await measure();
      assert.deepEqual(rows[1], ['not-installed', 'could not be bundled: is it installed?', '']);
      assert.match(rows[0][2], /^\d{3}$/);
      assert.match(rows[2][2], /^\d\d,\d{3}$/);
      assert.deepEqual(
        chart.bars.map(({ label }) => label),
        [all.hand.label, all.ours.label],
      );
    } finally {
      for (const name of Object.keys(contenders)) delete contenders[name];
      Object.assign(contenders, all);
    }
  });

  it('that fails twice running is left alone, and says why', async () => {
    let tries = 0;
    const taken = await alternate(['works', 'fails'], 5, async (name) => {
      if (name === 'works') return 1;
      tries++;
      throw new Error('opens no window\nand more');
    });
    assert.deepEqual(taken.get('works')?.samples, [1, 1, 1, 1, 1]);
    assert.deepEqual([tries, taken.get('fails')], [2, { samples: [], failures: 2, failure: 'opens no window' }]);
  });

  it('that fails once keeps its other samples', async () => {
    let tries = 0;
    const taken = await alternate(['shaky'], 4, async () => {
      if (++tries === 2) throw new Error('the driver was lost');
      return tries;
    });
    assert.deepEqual(taken.get('shaky'), { samples: [1, 3, 4], failures: 0 });
  });

  it('takes its turn at another place in each round', async () => {
    /** @type {string[]} */
    const order = [];
    await alternate(['a', 'b', 'c'], 3, async (name) => order.push(name));
    assert.equal(order.join(''), 'abcbcacab');
  });
});

describe('the figures', () => {
  it('are medians, with the middle half of the samples, and ratios of medians', () => {
    const samples = [9, 1, 5, 3, 7];
    assert.deepEqual([median(samples), spread(samples), times(samples, [2, 2, 2])], [5, '5 (3–7)', '2.50×']);
    assert.deepEqual(samples, [9, 1, 5, 3, 7], 'in the order in which they were taken');
  });

  it('stand in one table, without those that nothing is known of', () => {
    const { label } = contenders.ours;
    const charts = [
      { title: 'Bytes', short: 'bytes', bars: [{ label, value: 39_393 }] },
      { title: 'Messages', short: 'µs', bars: [{ label: 'one dialog', as: label, value: 0.5 }] },
    ];
    assert.equal(summary(charts), `|  | bytes | µs |\n| --- | --- | --- |\n| ${label} | 39,393 | 0.5 |`);
  });

  it('are drawn in colours for light and for dark pages', () => {
    const chart = draw({ title: 'A & B', bars: [{ label: '`.`', value: 2, ours: true }] });
    assert.match(chart, /prefers-color-scheme:dark/);
    assert.match(chart, /A &amp; B/);
  });
});

describe('the build times', () => {
  it('of a command that passes again stand beside those of others, and of a first run', () => {
    const checkout = mkdtempSync(join(tmpdir(), 'times-'));
    try {
      assert.deepEqual(readTimes(checkout), {});
      addTimes({ '.ci/run': { cold: 90_000 } }, checkout);
      addTimes({ 'npm start': { warm: 2_000 } }, checkout);
      addTimes({ '.ci/run': { warm: 60_000 } }, checkout);
      addTimes({ '.ci/run': { warm: 50_000 } }, checkout);
      assert.deepEqual(readTimes(checkout), {
        '.ci/run': { cold: 90_000, warm: 50_000 },
        'npm start': { warm: 2_000 },
      });
    } finally {
      rmSync(checkout, { recursive: true });
    }
  });

  it('are a row for each command, known or not, and behind them one for each stage', () => {
    const times = { 'stage build': { cold: 63_000, warm: 5_400 }, 'npm test': { warm: 400_000 } };
    assert.deepEqual(rowsOf(times), [
      ['`npm start`', '', ''],
      ['`npm test`', '', '400 s'],
      ['`.ci/run`', '', ''],
      ['stage build of `npm test`', '63 s', '5 s'],
    ]);
  });
});

// Pages with zone.js, as Angular's: what a dialog tells is told in the zone of the call that opened it, and what it does
// besides is no zone's work, so that an open dialog causes no change detection.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

const zoneJs = await readFile(new URL('../../node_modules/zone.js/bundles/zone.umd.js', import.meta.url));

const handlers = {
  open: (h, { dialogs }) => {
    window.told = [];
    const tell = (what) => () => window.told.push(`${what} in ${window.Zone.current.name}`);
    for (const [name, { code, display, options }] of Object.entries(dialogs)) {
      const zone = window.watch(name);
      zone.run(() => {
        const dialog = h.open(
          h.create({
            authorizationCode: () => {
              tell(`code of ${name}`)();
              return code ? Promise.resolve(code) : h.promise(name);
            },
            onFinish: tell(`onFinish of ${name}`),
            onError: tell(`onError of ${name}`),
            onEvent: ({ type }) => type === 'navigate' && tell(`onEvent of ${name}`)(),
            display: display === 'inline' ? document.getElementById('main') : display,
            ...options,
          }),
          name,
        );
        dialog.on('finish', tell(`a listener of ${name}`));
        dialog.result.then(tell(`the result of ${name}`), () => {});
      });
    }
  },
  close: (h, _args, name) => window.zones[name].run(() => h.handle(name).close()),
};

/** Runs in the page when zone.js is there: zones that count, as Angular's does, what is done in them and what is to come. */
const watching = () => {
  window.zones = {};
  window.work = {};
  window.watch = (name) => {
    const work = { turns: 0, pending: { microTask: false, macroTask: false, eventTask: false } };
    window.work[name] = work;
    window.zones[name] = window.Zone.root.fork({
      name,
      onInvoke: (parent, _current, target, ...rest) => {
        work.turns++;
        return parent.invoke(target, ...rest);
      },
      onInvokeTask: (parent, _current, target, ...rest) => {
        work.turns++;
        return parent.invokeTask(target, ...rest);
      },
      onHasTask: (parent, _current, target, { change, ...state }) => {
        work.pending[change] = state[change];
        parent.hasTask(target, { change, ...state });
      },
    });
    return window.zones[name];
  };
};

/** Counts, below zone.js, how often a timer rings by which the package looks at its windows. */
const counting = () => {
  const { setTimeout } = window;
  window.looks = 0;
  window.setTimeout = (callback, delay, ...rest) => {
    const count = () => {
      if (delay <= 250 && delay > 100) window.looks++;
      callback();
    };
    return setTimeout(count, delay, ...rest);
  };
};

suite('zone.js', ({ test, browser }) => {
  const open = async (dialogs) => {
    const path = browser.server.serve(zoneJs);
    const early = `((${counting})(), await import(${JSON.stringify(path)}), (${watching})(), () => {})`;
    const page = await browser.open({ early, ...handlers }, { args: { dialogs } });
    await page.click();
    return page;
  };
  const work = (page, name) => page.run((of) => window.work[of], name);
  /** Nothing that a zone waits for, and all of it has been done. */
  const none = { microTask: false, macroTask: false, eventTask: false };

  test('of two dialogs in two zones, each tells in its own: callbacks, listeners, results and the call for the code', async () => {
    const page = await open({
      first: { display: 'inline' },
      second: { code: browser.finishing('auth-second'), display: 'modal' },
    });
    await page.finishes({ id: 'auth-second', name: 'second' });
    await page.resolve('first', browser.finishing('auth-first'));
    await page.finishes({ id: 'auth-first', name: 'first' });
    const whats = ['code', 'onEvent', 'onFinish', 'a listener', 'the result'];
    const expected = ['first', 'second'].flatMap((name) => whats.map((what) => `${what} of ${name} in ${name}`));
    assert.deepEqual((await page.run(() => window.told)).sort(), expected.sort());
    await page.returnsToBaseline();
  });

  test('an open dialog is no work of its zone, however often its window is looked at and whatever is posted', async () => {
    const page = await open({ dialog: { code: browser.server.dialog() } });
    const popup = await (await page.popup()).ready();
    await until('the zone to have nothing to do', async () => !(await work(page, 'dialog')).pending.microTask);
    const before = await work(page, 'dialog');
    assert.deepEqual(before.pending, none);
    const looks = await page.run(() => window.looks);
    await popup.run(() => window.dialog.post({ type: 'of somebody else' }));
    await page.run(() => window.postMessage('its own', '*'));
    await page.messagesFrom(page.server.origin('dialog.localhost'));
    await until('its window to be looked at', async () => (await page.run(() => window.looks)) > looks + 3);
    assert.deepEqual(await work(page, 'dialog'), before);
    await popup.run(() => window.dialog.finish('auth-1'));
    await page.result();
    assert.ok((await work(page, 'dialog')).turns > before.turns, 'what it tells is seen');
  });

  for (const display of ['popup', 'modal', 'inline']) {
    test(`when it has ended, its zone waits for nothing: ${display}`, async () => {
      const page = await open({ dialog: { code: browser.finishing(), display } });
      await page.result();
      await page.returnsToBaseline();
      assert.deepEqual((await work(page, 'dialog')).pending, none);
      const { turns } = await work(page, 'dialog');
      await page.run(() => window.postMessage('its own', '*'));
      await page.messagesFrom(page.server.origin('localhost'));
      assert.equal((await work(page, 'dialog')).turns, turns);
    });
  }

  test('one that the page closes in its zone ends there, and leaves nothing to wait for but outside', async () => {
    const page = await open({ dialog: { code: browser.server.dialog(), options: { closeGrace: 60_000 } } });
    await (await page.popup()).ready();
    await page.call('close', 'dialog');
    await page.until('it to be closing', ({ dialogs }) => dialogs.dialog.state === 'closing');
    assert.deepEqual((await work(page, 'dialog')).pending, none);
  });
});

suite('what a page calls Zone', ({ test, browser }) => {
  for (const [what, make] of Object.entries({
    'an object without zones': () => {
      window.Zone = { current: 'here', root: {} };
    },
    'a class of its own': () => {
      window.Zone = class Zone {};
    },
    'a getter that throws': () => {
      Object.defineProperty(window, 'Zone', {
        get: () => {
          throw new Error('no zone');
        },
      });
    },
  })) {
    test(`${what} is in nobody's way`, async () => {
      const early = `((${make})(), () => {})`;
      await (await browser.opened({ display: 'modal', code: browser.finishing(), handlers: { early } })).finishes();
    });
  }
});

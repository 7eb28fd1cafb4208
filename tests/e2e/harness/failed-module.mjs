// Makes the module fail at one way in, and fires afterwards whatever the failed instance has left behind. Run in the page.

/** Handlers of a host page. */
export const failing = {
  // Runs with the module of the handlers, which comes before the package: keeps every timer that is set, and lets a test run
  // it in its own way.
  early: `(() => {
    window.timersSet = [];
    const { setTimeout } = window;
    window.setTimeout = (callback, delay, ...given) => {
      // That of WebKit's driver: harness/launch.mjs.
      if (delay === 29_983) return Reflect.apply(setTimeout, window, [callback, delay, ...given]);
      const run = () => callback(...given);
      window.timersSet.push(run);
      return Reflect.apply(setTimeout, window, [() => (window.runTimer ?? ((run) => run()))(run), delay]);
    };
    return () => {};
  })()`,

  /** Breaks the clock, under every name, which the module asks each time that it is called about a dialog. @returns the repair */
  breakClock: () => {
    const bite = () => {
      throw new Error('no clock');
    };
    const broken = [
      [performance, 'now'],
      [Date, 'now'],
      [document, 'hasFocus'],
    ].map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)]);
    for (const [owner, name] of broken) Object.defineProperty(owner, name, { value: bite, configurable: true });
    return () => {
      for (const [owner, name, was] of broken) {
        if (was) Object.defineProperty(owner, name, was);
        else delete owner[name];
      }
    };
  },

  /** Makes the module fail for as long as `enter()` runs and the microtasks after it, or until the next task. */
  during: (h, _args, enter) => {
    const repair = h.call('breakClock');
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      repair();
    };
    try {
      return enter();
    } finally {
      port2.postMessage('repair');
    }
  },

  /** Remembers every listener and timer of now, beside those that the page had before. */
  remember: () => {
    const own = new Set(window.ownListeners);
    window.old = {
      listeners: instrument.listening().filter(({ callback }) => !own.has(callback)),
      timers: window.timersSet.splice(0),
    };
  },

  /** Calls what was remembered, as the browser would, and says how many there were. */
  fireOld: () => {
    const { listeners, timers } = window.old;
    const events = {
      message: window.lastMessage,
      pagehide: new PageTransitionEvent('pagehide'),
      securitypolicyviolation: new SecurityPolicyViolationEvent('securitypolicyviolation', {
        effectiveDirective: 'frame-src',
        violatedDirective: 'frame-src',
        disposition: 'enforce',
        blockedURI: harness.dialogOrigin,
        documentURI: location.href,
        originalPolicy: 'frame-src',
        statusCode: 200,
      }),
    };
    for (const { target, type, callback } of listeners) {
      const event = events[type] ?? new Event(type, { cancelable: true });
      if (typeof callback === 'function') callback.call(target, event);
      else callback.handleEvent(event);
    }
    for (const run of timers) run();
    harness.note({ listeners: listeners.length, timers: timers.length });
  },
};

/** Lets the engine collect what is garbage: asked for where the driver can, and caused by more garbage elsewhere. */
export async function collectGarbage({ engine, session }, page) {
  if (engine === 'chromium') await session.devtools('HeapProfiler.collectGarbage');
  else
    await page.run(() => {
      for (let times = 0; times < 20; times++) window.garbage = Array.from({ length: 200_000 }, () => ({}));
    });
}

// Globals that were changed, before the package was loaded and whenever it is called: a polyfill that lies, a hook of an
// analytics script. Whoever changes them runs in the page and could call its code; that is out of reach (README.md). But what
// lies by accident must not let a stranger in.
import { attack } from './support/attack.mjs';
import { surrounded } from './support/early.mjs';

/**
 * What lies: each would make a check that is made with it come out in a stranger's favour. Source text, with `was` for what
 * it was before.
 */
const LIES = {
  'Map.prototype.get': 'function (key) { return was.call(this, key) ?? 1; }',
  'Map.prototype.has': '() => true',
  'Set.prototype.has': '() => true',
  'WeakMap.prototype.get': 'function (key) { return was.call(this, key) ?? 1; }',
  'Array.prototype.every': '() => true',
  'String.prototype.endsWith': '() => true',
  'String.prototype.toLowerCase': '() => "tray.authpopup.finish"',
  'String.prototype.trim': '() => "auth-forged"',
  'Object.is': '() => true',
  'Object.hasOwn': '() => true',
  'Number.isFinite': '() => true',
  'JSON.parse': '() => ({ type: "tray.authpopup.finish", authId: "auth-forged" })',
  'URL.canParse': '() => true',
  'URL.prototype.toString': '() => "http://evil.localhost"',
  'Document.prototype.hasFocus': '() => false',
};

/** With these no dialog can be opened (`invalid_options`) or no test be run; they lie only while messages arrive. */
const WORSE_LIES = {
  'Array.prototype.find': 'function () { return this[0]; }',
  'Array.prototype.some': '() => true',
  'Array.prototype.indexOf': '() => 0',
  'String.prototype.startsWith': '() => true',
  'RegExp.prototype.test': '() => true',
  'Array.isArray': '() => true',
  'Array.prototype.includes': '() => true',
  'String.prototype.includes': '() => true',
  'Object.keys': '() => ["type", "authId"]',
  'Object.prototype.hasOwnProperty': '() => true',
  'Reflect.get': '() => "auth-forged"',
  'JSON.stringify': '() => "auth-forged"',
  'TextDecoder.prototype.decode': '() => "auth-forged"',
  'Date.now': '() => NaN',
  'Performance.prototype.now': '() => 0',
};

/** Both run in the page. `lies`: those that hold always; `window.lie`: one for the messages that come next. */
const set = ({ lies }) => {
  window.truths = [];
  for (const [name, lie] of Object.entries({ ...lies, ...window.lie })) {
    const path = name.split('.');
    const last = path.pop();
    const owner = path.reduce((of, key) => of[key], window);
    const truth = Object.getOwnPropertyDescriptor(owner, last);
    window.truths.push([owner, last, truth]);
    const value = new Function('was', `return (${lie})`)(truth?.value);
    Object.defineProperty(owner, last, { value, configurable: true, writable: true });
  }
};
const unset = () => {
  for (const [owner, last, truth] of window.truths) {
    if (truth) Object.defineProperty(owner, last, truth);
    else delete owner[last];
  }
};

/** The lies are texts. */
const headers =
  process.env.E2E_ENTRY === './js'
    ? { 'content-security-policy': "script-src 'self' 'unsafe-inline' 'unsafe-eval'" }
    : undefined;

attack(
  import.meta.url,
  {
    wants: 'A stranger in a frame hopes for a page whose globals lie, so that the checks come out in its favour.',
    fails:
      'windows are compared by identity and origins as texts, in the module and by no function that a page can change.',
  },
  ({ against }) => {
    const strangers = async (victim) => {
      const frames = {};
      for (const where of ['evil.localhost', 'dialog.localhost']) {
        frames[where] = await victim.frame({ src: victim.stranger(where) });
      }
      return Object.entries(frames);
    };

    against(['popup', 'element'], 'before the package was loaded, and whenever it is called', async (victim) => {
      await victim.open({ more: surrounded(set, unset, { lies: LIES }), headers });
      for (const [where, frame] of await strangers(victim)) {
        await victim.forges(`a frame of ${where}`, frame, 'parent');
      }
    });

    against(['popup'], 'afterwards, one by one', async (victim) => {
      await victim.open({ more: surrounded(set, unset, { lies: {} }), headers });
      const frames = await strangers(victim);
      for (const [name, lie] of Object.entries({ ...LIES, ...WORSE_LIES })) {
        await victim.page.run(
          (given) => {
            window.lie = given;
          },
          { [name]: lie },
        );
        for (const [where, frame] of frames) {
          await victim.forges(`${name}, a frame of ${where}`, frame, 'parent');
        }
      }
    });
  },
);

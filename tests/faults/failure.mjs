// What is left of a module that failed.
export default [
  {
    name: 'a dead module is called on',
    file: 'pkg/instance.js',
    find: '      if (instance.failed) return clearSoon();\n',
    replace: '',
    users: 'after a trap every message and timer brings another error, from a memory that is half done',
    caughtBy: 'e2e/module-failure',
  },
  {
    name: 'a dialog of a dead module stays pending',
    file: 'pkg/instance.js',
    find: "      inner.fail({ code: 'internal', message: failure }, cause, true);\n",
    replace: '',
    users: 'after a trap the page waits for ever',
    caughtBy: 'e2e/module-failure',
  },
  {
    name: 'what a dead module put into the page stays',
    file: 'pkg/instance.js',
    find: 'for (const list of [...lists]) list.run();',
    replace: 'void lists;',
    users: 'after a trap a modal covers the page, which cannot be scrolled any more',
    caughtBy: 'e2e/module-failure',
  },
  {
    name: 'nobody knows what is in the page',
    file: 'pkg/undo.js',
    find: '    this.instance.lists.add(this);\n',
    replace: '',
    users: 'after a trap windows and modals of the dialogs stay',
    caughtBy: 'e2e/module-failure',
  },
  {
    name: 'the scroll lock is on no list',
    file: 'pkg/undo.js',
    find: `    this.add(() => {
      // In this order, it can be repeated after it threw half way.`,
    replace: `    this.undos.push(() => {
      // In this order, it can be repeated after it threw half way.`,
    users: 'after a trap the page cannot be scrolled any more',
    caughtBy: 'e2e/module-failure-entries',
  },
  {
    name: 'the window is on no list',
    file: 'src/dom/popup.rs',
    find: '        undo.closes(&window);\n',
    replace: '        let _ = undo;\n',
    users: 'after a trap the dialog’s window stays open, and nobody hears it',
    caughtBy: 'e2e/module-failure',
  },
  {
    name: 'the frame is on no list',
    file: 'src/dom/frame.rs',
    find: '            undo.removes(&iframe);\n',
    replace: '',
    users: 'the frame of every dialog stays in the page’s Element',
    caughtBy: 'e2e/inline',
  },
  {
    name: 'the next call goes to the dead module',
    file: 'pkg/instance.js',
    find: '          if (current === instance) current = undefined;\n',
    replace: '',
    users: 'after a trap no dialog opens until the page is loaded anew',
    caughtBy: 'e2e/module-failure',
  },
  {
    name: 'a closure that is entered again is a trap',
    file: 'pkg/instance.js',
    find: '      if (isClosure && given[0] === 0) return lookSoon();\n',
    replace: '',
    users: 'a page that calls the package from its own accessors ends every dialog as `internal`',
    caughtBy: 'e2e/patched-platform',
  },
  {
    name: 'a call that was dropped is not made up for',
    file: 'pkg/instance.js',
    find: 'if (!instance.failed) instance.glue?.look();',
    replace: 'void instance;',
    users: 'a window that closes while the page calls in is never seen to close',
    caughtBy: 'e2e/patched-platform',
  },
  {
    name: 'close() throws what the module died of',
    file: 'pkg/instance.js',
    find: `    instance.glue[what](id);
  } catch {
    clearSoon();
  }`,
    replace: `    instance.glue[what](id);
  } finally {
    clearSoon();
  }`,
    users: 'a page that closes its dialog as it unmounts gets an exception there',
    caughtBy: 'e2e/module-failure',
  },
  {
    name: 'what has no stack is forgotten',
    file: 'pkg/undo.js',
    find: '          this.undos[this.undos.length] = undo;\n',
    replace: '',
    users: 'a page in an endless recursion keeps a modal that was open',
    caughtBy: 'e2e/stack-overflow',
  },
  {
    name: 'one undo that fails keeps the rest from being done',
    file: 'pkg/undo.js',
    find: "if (error instanceof RangeError || /** @type {any} */ (error)?.name === 'InternalError') {",
    replace: 'if (error) {',
    users: 'a page that broke its own DOM can never be scrolled again',
    caughtBy: 'e2e/patched-platform',
  },
  {
    name: 'a call that failed leaves its dialog',
    file: 'pkg/facade.js',
    find: '    inner.leave();\n',
    replace: '',
    users: 'a dialog that nobody has is ended with the next trap, and its callbacks are called',
    caughtBy: 'e2e/module-failure',
  },
  {
    name: 'a policy is not named',
    file: 'pkg/refused.js',
    find: 'else if (!(cause instanceof WebAssembly.CompileError || cause instanceof EvalError))',
    replace: 'else if (cause instanceof WebAssembly.CompileError || cause instanceof EvalError)',
    users: 'who forgot `wasm-unsafe-eval` is told of memory',
    caughtBy: 'e2e/csp',
  },
  {
    name: 'a shift of the decoder is kept',
    file: 'pkg/decode.js',
    find: '      added = 0;\n',
    replace: '',
    users: 'the module cannot be started',
    caughtBy: 'e2e/entries',
  },
];

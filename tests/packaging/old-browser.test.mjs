// Browsers that lack what the module needs, be it memory: the default entry and /slim say which it is, and name the entry that works.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** What a page runs first, so that its browser is like an older or a stricter one. */
const lacks = {
  'no WebAssembly at all, as in a lockdown mode': [
    'delete globalThis.WebAssembly;',
    /^This browser has no WebAssembly,.*lockdown mode/,
  ],
  'a WebAssembly that is too old for the module': [
    `WebAssembly.validate = () => false;
     WebAssembly.Module = function Module() { throw new WebAssembly.CompileError('unknown opcode'); };
     WebAssembly.compile = async () => new WebAssembly.Module();`,
    /^This browser has no WebAssembly, or only an old version of it/,
  ],
  'no memory left for WebAssembly': [
    `globalThis.memories = [];
     try {
       for (;;) memories.push(new WebAssembly.Memory({ initial: 1 }));
     } catch {}`,
    /^WebAssembly could not be started/,
  ],
};

browserSuite(
  'old browsers',
  (browser) => {
    let project;
    let server;
    before(async () => {
      project = await Project.create('plain', { page: 'inline.js' });
      server = await serve(project.folder);
    });
    after(() => server?.close());

    const visit = (lack, rest) => {
      const page = `import { connect } from './connect.js';\n${lack}\n${rest}`;
      writeFileSync(project.path('page', 'main.js'), page);
      return browser.visit(`${server.origin}/page/`);
    };
    const entry = (name) => `import('/node_modules/tray-auth-dialog/pkg/dist/esm/${name}.js')`;

    for (const [what, [lack, message]] of Object.entries(lacks)) {
      test(`${what}: the default entry throws wasm_blocked`, async () => {
        await visit(lack, `${entry('index')}.then(({ openAuthDialog }) => connect(openAuthDialog));`);
        const error = await browser.connect();
        assert.equal(error.code, 'wasm_blocked');
        assert.match(error.message, message);
        assert.match(error.message, /tray-auth-dialog\/js/);
        assert.deepEqual(await browser.windows.others(), [], 'no window was opened');
        assert.deepEqual(await browser.problems(), []);
      });

      test(`${what}: /slim says the same`, async () => {
        const show = `({ code, message }) => {
        document.getElementById('outcome').textContent = JSON.stringify({ code, message });
      }`;
        const url = '/node_modules/tray-auth-dialog/pkg/generated/tray_auth_dialog.wasm';
        // Memory is taken with the first call only.
        const use = `init('${url}').then(() => parseAuthMessage({}))`;
        await visit(
          lack,
          `globalThis.ready = true;\n${entry('slim')}.then(({ init, parseAuthMessage }) => ${use}).catch(${show});`,
        );
        const error = await browser.outcome();
        assert.equal(error.code, 'wasm_blocked');
        assert.match(error.message, message);
        assert.match(error.message, /tray-auth-dialog\/js/);
      });

      test(`${what}: /js opens a dialog`, async () => {
        await visit(lack, `${entry('js')}.then(({ openAuthDialog }) => connect(openAuthDialog));`);
        const { authId, ...failure } = await browser.connect();
        assert.equal(typeof authId, 'string', JSON.stringify(failure));
        await browser.windows.allClosed();
        assert.deepEqual(await browser.problems(), []);
      });
    }
  },
  // What these pages take of their browser's memory is given back only some time later.
  { launch: { shell: true } },
);

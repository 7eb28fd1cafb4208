// The ports of the demo, and the command that takes them: what it says, and how it ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { Stop } from '../../scripts/lib/stop.mjs';
import { readPorts, startOn } from '../../www/ports.mjs';
import { startDemo } from '../../www/serve.mjs';
import { freePort, isFree } from '../e2e/harness/processes.mjs';

/** @returns {Promise<number>} a port that somebody listens on as long as this process lives */
async function takenPort(host = '127.0.0.1') {
  const server = createServer().listen(0, host).unref();
  await once(server, 'listening');
  return server.address().port;
}

/** @returns {Promise<string>} what the person reads when the demo does not start on these ports */
async function complaint(ports) {
  const outcome = await startDemo({ ports }).catch((error) => error);
  if (outcome instanceof Stop) return outcome.message;
  await outcome.close?.(); // else a demo that started after all would keep the test run from ending
  return assert.fail(`expected a sentence, got ${outcome}`);
}

describe('the ports of the demo', () => {
  it('follow each other from 4000, or from PORT', () => {
    assert.deepEqual(readPorts({}), { page: 4000, backend: 4001, tray: 4002 });
    assert.deepEqual(readPorts({ PORT: '5000', TRAY_PORT: '7000' }), { page: 5000, backend: 5001, tray: 7000 });
    assert.deepEqual(readPorts({ PORT: '0' }), { page: 0, backend: 0, tray: 0 });
  });

  for (const env of [
    { PORT: 'http' },
    { BACKEND_PORT: '-1' },
    { TRAY_PORT: '65536' },
    { PORT: '65534' },
    { PORT: '4002', TRAY_PORT: '4003' },
  ]) {
    it(`refuse ${JSON.stringify(env)} in a sentence that names the variable`, () => {
      assert.throws(
        () => readPorts(env),
        (error) => error instanceof Stop && error.message.includes(Object.keys(env)[0]),
      );
    });
  }

  for (const [key, variable] of [
    ['page', 'PORT'],
    ['tray', 'TRAY_PORT'],
    ['backend', 'BACKEND_PORT'],
  ]) {
    it(`say that the one of the ${key} is taken, and how to choose another, and free the others`, async () => {
      const ports = {
        page: await freePort(),
        backend: await freePort(),
        tray: await freePort(),
        [key]: await takenPort(),
      };
      const message = await complaint(ports);
      assert.match(message, new RegExp(`^Port ${ports[key]}, .+ is in use .+PORT=5000.+\\.$`));
      assert.ok(message.includes(`${variable}=`), message);
      for (const other of Object.keys(ports).filter((name) => name !== key))
        assert.ok(await isFree(ports[other]), other);
    });
  }

  it('are not suggested when they are the ones in use', async () => {
    for (const [port, suggestion] of [
      [4000, 5000],
      [5000, 8000],
      [5002, 8000],
      [5003, 5000],
    ]) {
      const busy = () => Promise.reject(Object.assign(new Error('in use'), { code: 'EADDRINUSE' }));
      await assert.rejects(startOn('page', port, busy), new RegExp(`PORT=${suggestion} `));
    }
  });

  it('count as taken when another program has them on IPv6 alone, where browsers look first', async (t) => {
    let port;
    try {
      port = await takenPort('::1');
    } catch {
      t.diagnostic('this machine has no IPv6 loopback, so no program can be there');
      return;
    }
    assert.match(await complaint({ page: port, backend: 0, tray: 0 }), /is in use/);
  });
});

describe('the command', () => {
  const run = (env, script = inRoot('www', 'serve.mjs')) => {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        child.output += text;
      });
    return child;
  };

  it('says what to open and what runs where, and Ctrl-C ends it', async () => {
    const child = run({ PORT: '0' });
    const exited = once(child, 'exit');
    while (!child.output.includes('Ctrl-C'))
      await Promise.race([once(child.stdout, 'data'), exited.then(() => assert.fail(child.output))]);
    const page = /Open +(http:\/\/localhost:\d+\/)/.exec(child.output)[1];
    assert.equal((await fetch(page)).status, 200);
    assert.match(child.output, /http:\/\/tray\.localhost:\d+/);
    child.kill('SIGINT');
    assert.deepEqual(await exited, [0, null]);
    await assert.rejects(fetch(page));
  });

  it('is ended by a Ctrl-C that comes while it says so', { timeout: 20_000 }, async (t) => {
    const interrupt = `
      const { log } = console;
      console.log = (text) => {
        log(text);
        process.kill(process.pid, 'SIGINT');
      };`;
    const child = run({
      PORT: '0',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(interrupt)}`,
    });
    t.after(() => child.kill('SIGKILL'));
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    assert.match(child.output, /Ctrl-C/);
  });

  for (const [what, env, sentence] of [
    [
      'a port is taken',
      async () => ({ PORT: String(await takenPort()) }),
      /^Port \d+, for the partner's page, is in use by another program: .+\.$/,
    ],
    ['settings are missing', async () => ({ TRAY_HOST: 'embedded.tray.io' }), /^To use the real Tray, also set .+\.$/],
  ]) {
    for (const [when, script, also] of [
      ['', inRoot('www', 'serve.mjs')],
      // Without a PATH there is nothing to set up or build with, should it try.
      [', before it sets up and builds anything', inRoot('scripts', 'start.mjs'), { PATH: '' }],
    ])
      it(`ends with one sentence and no stack when ${what}${when}`, async () => {
        const child = run({ ...(await env()), ...also }, script);
        const [code] = await once(child, 'exit');
        assert.equal(code, 1);
        assert.match(child.output.trim(), sentence);
      });
  }
});

// Starts and stops the helper programs of a browser session: WebDriver servers, X servers, window managers.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A port that nothing listens on at this moment. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });
}

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).once('error', () => resolve(false));
  });

/** Starts `binary` and waits until it listens on `port`; says so when it ends before that. */
export async function startListening(binary, args, port, env = {}) {
  const child = spawn(binary, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  let failure;
  child.once('error', (error) => (failure = error));
  child.once('exit', (code) => (failure ??= new Error(`it exited with ${code}`)));
  for (let tries = 0; !(await accepts(port)); tries++) {
    if (!failure && tries > 800) failure = new Error(`it did not listen on port ${port}`);
    if (failure) {
      await stop(child);
      throw new Error(`Cannot start ${binary}: ${failure.message}`);
    }
    await pause(25);
  }
  return child;
}

/** Ends a child process, politely first, and resolves when it is gone. */
export function stop(child) {
  return new Promise((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    child.once('exit', () => resolve());
    child.kill();
    setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  });
}

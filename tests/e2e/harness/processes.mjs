// Starts and stops the helper programs of a browser session: WebDriver servers, X servers, window managers.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether somebody may listen there: false while a server does. @param {number} port @returns {Promise<boolean>} */
export const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

let given = 0;

/**
 * A port for a program that has to be told one. It is below those that systems give out (32,768 and above) and differs in each
 * process, so that nobody else takes it before the program listens.
 */
export async function freePort() {
  for (;;) {
    const port = 20_000 + ((process.pid * 10 + given++) % 12_000);
    if (await isFree(port)) return port;
  }
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

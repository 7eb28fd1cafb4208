// The three ports of the demo, and the message if one is in use.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { Stop } from '../scripts/lib/stop.mjs';

/** In the order of their numbers when only the first is set. */
const SERVERS = [
  { key: 'page', variable: 'PORT', title: "the partner's page" },
  { key: 'backend', variable: 'BACKEND_PORT', title: "the partner's back end" },
  { key: 'tray', variable: 'TRAY_PORT', title: 'the simulated Tray' },
];
const FIRST = 4000;
const OTHERS = [5000, 8000]; // to suggest instead

/** @typedef {{ page: number, backend: number, tray: number }} Ports */

/**
 * PORT moves all three; BACKEND_PORT and TRAY_PORT move one. 0 takes any free one.
 * @param {Record<string, string | undefined>} env
 * @returns {Ports}
 */
export function readPorts(env) {
  const first = readPort(env, 'PORT') ?? FIRST;
  const ports = SERVERS.map(({ key, variable }, index) => ({
    key,
    port: readPort(env, variable) ?? (first === 0 ? 0 : first + index),
  }));
  const last = Math.max(...ports.map(({ port }) => port));
  if (last > 65_535) throw new Stop(`PORT=${first} leaves no room for the three servers: choose one below 65533.`);
  const chosen = ports.map(({ port }) => port).filter((port) => port !== 0);
  if (new Set(chosen).size < chosen.length)
    throw new Stop('PORT, BACKEND_PORT and TRAY_PORT must be three different ports.');
  return /** @type {Ports} */ (Object.fromEntries(ports.map(({ key, port }) => [key, port])));
}

function readPort(env, variable) {
  const text = env[variable]?.trim();
  if (!text) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Stop(`${variable} must be a port from 0 to 65535, not ${JSON.stringify(text)}.`);
  return Number(text);
}

/**
 * Starts one server. If its port is in use, the error names it and says what to do.
 * @template T
 * @param {keyof Ports} key
 * @param {number} port
 * @param {() => Promise<T>} start
 * @returns {Promise<T>}
 */
export async function startOn(key, port, start) {
  // Browsers try ::1 first for `localhost`, so another program that listens only there would get our requests.
  if (port !== 0 && (await answers(port, '::1'))) throw inUse(key, port);
  try {
    return await start();
  } catch (error) {
    const failure = /** @type {NodeJS.ErrnoException & { cause?: NodeJS.ErrnoException }} */ (error);
    const code = failure.code ?? failure.cause?.code;
    if (code === 'EADDRINUSE') throw inUse(key, port);
    if (code === 'EACCES')
      throw new Stop(`Port ${port}, for ${titleOf(key)}, needs special rights: ${wayOut(key, port)}.`);
    throw error;
  }
}

/**
 * Checks that the ports are free, before a long build.
 * @param {Partial<Ports>} ports
 */
export async function tryPorts(ports) {
  for (const [key, port] of Object.entries(ports))
    await startOn(/** @type {keyof Ports} */ (key), port, () => tryOne(port));
}

async function tryOne(port) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

const answers = (port, host) =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

const serverOf = (key) => SERVERS.find((server) => server.key === key);
const titleOf = (key) => serverOf(key).title;
const inUse = (key, port) =>
  new Stop(`Port ${port}, for ${titleOf(key)}, is in use by another program: ${wayOut(key, port)}.`);

function wayOut(key, port) {
  const { variable } = serverOf(key);
  const first = OTHERS.find((other) => port < other || port >= other + SERVERS.length);
  const all = `start with PORT=${first} to move all three servers`;
  return variable === 'PORT' ? all : `${all}, or with ${variable}=… to move this one`;
}

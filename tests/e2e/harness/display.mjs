// A private X display with a window manager, for engines without a headless mode and for tests in which focus must move.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stop } from './processes.mjs';

/**
 * @param {{ xvfb: string, windowManager?: string }} programs
 * @param {{ windowManager?: boolean }} [wanted] without a window manager no window ever gets or loses the focus by itself
 * @returns {Promise<{ display: string, close(): Promise<void> }>}
 */
export async function startDisplay(programs, { windowManager = false } = {}) {
  // The server picks a free display number and writes it to file descriptor 3 when it is ready.
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = spawn(programs.xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Cannot start ${programs.xvfb}: it exited with ${code}`)));
  });
  if (!windowManager) return { display, close: () => stop(server) };
  const manager = spawn(programs.windowManager, [], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } });
  await once(manager, 'spawn');
  return {
    display,
    async close() {
      await stop(manager);
      await stop(server);
    },
  };
}

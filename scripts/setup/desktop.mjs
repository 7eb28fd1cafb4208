// A desktop without a screen, for what depends on real windows: an X server in memory and a window manager, which moves
// the focus between windows as a person's desktop does.
import { onPath } from '../lib/run.mjs';

/** @type {import('./index.mjs').Requirement<string>} */
export const xServer = {
  what: 'an X server without a screen (Xvfb)',
  find: () => onPath('Xvfb'),
  debian: () => ['xvfb', 'xauth'],
  otherwise: 'install Xvfb',
};

/** @type {import('./index.mjs').Requirement<string>} */
export const windowManager = {
  what: 'a window manager (openbox)',
  find: () => onPath('openbox'),
  debian: () => ['openbox'],
  otherwise: 'install openbox',
};

/** What tests with real windows need, as if it were an engine. @type {import('./browsers.mjs').Engine} */
export const desktop = {
  needs: [xServer, windowManager],
  find() {
    const xvfb = xServer.find();
    const openbox = windowManager.find();
    return xvfb && openbox ? { xvfb, windowManager: openbox } : undefined;
  },
};

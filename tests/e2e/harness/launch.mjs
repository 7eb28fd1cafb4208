// Starts one WebDriver (classic) session in a real engine, with the popup blocker on, as it is for users.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';
import { manual } from 'selenium-webdriver/proxy.js';
import { startDisplay } from './display.mjs';
import { freePort, startListening, stop } from './processes.mjs';

/**
 * @typedef {object} Launch
 * @property {boolean} [shell] Chromium's headless shell, if it is here: the engine alone, with no popup blocker
 * @property {boolean} [headed] a real window under a window manager, so that focus moves as on a desktop
 * @property {boolean} [popupsAllowed] the popup blocker off, for floods of dialogs without clicks
 * @property {string[]} [chromiumArguments] more switches for Chromium
 * @property {number} [zoom] what Chromium shows every page at, as a person has set it: 2 is 200 %
 * @property {string} [proxy] host and port of a proxy for everything but loopback, whose certificates are not checked
 */

const driverCommands = {
  chromium: (programs, port) => [programs.driver, [`--port=${port}`]],
  firefox: (programs, port, profile) => [programs.driver, [`--port=${port}`, '--profile-root', profile]],
  webkit: (programs, port) => [programs.driver, [`--port=${port}`]],
};

const browsers = {
  chromium(builder, programs, profile, { shell, headed, popupsAllowed, chromiumArguments = [], zoom }) {
    const options = new chrome.Options().setBinaryPath(shell ? programs.shell : programs.browser).addArguments(
      ...(shell || headed ? [] : ['--headless=new']),
      ...(headed ? [] : ['--screen-info={1600x1200}']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses its sandbox to root
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      ...chromiumArguments,
    );
    // chromedriver itself turns the blocker off unless told not to.
    if (!popupsAllowed) options.excludeSwitches('disable-popup-blocking');
    // It counts in steps of a fifth.
    if (zoom) options.setUserPreferences({ partition: { default_zoom_level: { x: Math.log(zoom) / Math.log(1.2) } } });
    options.set('goog:loggingPrefs', { browser: 'ALL' });
    if (shell) options.setBrowserName('chrome-headless-shell');
    return builder.forBrowser('chrome').setChromeOptions(options);
  },
  firefox(builder, programs, _profile, { headed, popupsAllowed }) {
    const options = new firefox.Options().setBinary(programs.browser);
    if (!headed) options.addArguments('-headless');
    options.setPreference('dom.disable_open_during_load', !popupsAllowed);
    // A flood opens in tabs, whatever size it asks for, as people can set it: a hundred windows take Firefox minutes.
    if (popupsAllowed) options.setPreference('browser.link.open_newwindow.restriction', 0);
    // Addresses stay as they are written, http or https.
    options.setPreference('dom.security.https_first', false);
    return builder.forBrowser('firefox').setFirefoxOptions(options);
  },
  webkit(builder, programs, _profile, { popupsAllowed = false, proxy }) {
    const args = ['--automation', `--javascript-can-open-windows-automatically=${popupsAllowed}`];
    // Its driver would speak TLS to a proxy for https, and takes no list of exceptions.
    if (proxy)
      args.push(
        `--proxy=http://${proxy}`,
        '--ignore-host=localhost',
        '--ignore-host=*.localhost',
        '--ignore-tls-errors',
      );
    return builder.withCapabilities(
      new Capabilities()
        .set('browserName', 'MiniBrowser')
        .set('webkitgtk:browserOptions', { binary: programs.browser, args }),
    );
  },
};

/**
 * @param {'chromium' | 'firefox' | 'webkit'} engine
 * @param {ReturnType<import('./programs.mjs').findPrograms>} programs
 * @param {Launch} [how]
 */
export async function launch(engine, programs, { shell: wanted, ...how } = {}) {
  const shell = Boolean(wanted && programs.shell);
  const profile = mkdtempSync(join(tmpdir(), `e2e-${engine}-`));
  const undo = [() => rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })];
  /** Goes on when one step fails: a driver that has lost its browser still leaves a process and a display. */
  const quit = async () => {
    const failed = [];
    for (const step of undo.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) throw failed[0];
  };
  try {
    const env = {
      NO_AT_BRIDGE: '1',
      GSETTINGS_BACKEND: 'memory',
      // Without a GPU, WebKit would paint by a software GL, in which its painting thread can crash; and it takes longer.
      WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
    };
    if (engine === 'webkit' || how.headed) {
      const display = await startDisplay(programs, { windowManager: how.headed });
      undo.push(display.close);
      env.DISPLAY = display.display;
    }
    const port = await freePort();
    const [binary, args] = driverCommands[engine](programs, port, profile);
    const server = await startListening(binary, args, port, env);
    undo.push(() => stop(server));
    const url = `http://127.0.0.1:${port}`;
    const builder = new Builder().usingServer(url).disableEnvironmentOverrides();
    browsers[engine](builder, programs, profile, { shell, ...how });
    if (how.proxy && engine !== 'webkit')
      builder
        .setProxy(manual({ http: how.proxy, https: how.proxy }))
        .getCapabilities()
        .setAcceptInsecureCerts(true);
    const driver = await builder.build();
    undo.push(() => driver.quit());
    // An odd number, by which pages/instrument.js knows the timer that WebKit's driver sets in the page for each script.
    await driver.manage().setTimeouts({ script: 29_983, pageLoad: 30_000 });
    // Not by a switch: Chromium would give that size to popups too, whatever size they ask for.
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1200, height: 900 });
    return { engine, driver, url, sessionId: (await driver.getSession()).getId(), shell, quit };
  } catch (error) {
    await quit();
    throw error;
  }
}

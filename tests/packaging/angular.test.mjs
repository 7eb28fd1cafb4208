// The element in Angular, with the sample of the documentation.
import { appSuite } from './support/connecting.mjs';

// What its own command line tells its code; it is compiled in the page.
const modes = { ngDevMode: false, ngServerMode: false, ngJitMode: true, ngI18nClosureMode: false };
const defines = Object.entries(modes).map(([name, value]) => `--define:${name}=${value}`);

appSuite('angular', {
  samples: ['connect.component.ts'],
  build: (project) => project.bundleApp('main.ts', ...defines),
  how: { retries: false, button: '#app tray-auth-button' },
});

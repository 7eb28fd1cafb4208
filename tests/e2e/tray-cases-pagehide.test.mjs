// The cases of the simulated Tray whose dialog speaks only while its page goes away: see tray-cases.test.mjs for all others.
import { wholeBrowserSuite } from './harness/suite.mjs';
import { casesFromPagehide, testCases } from './harness/tray-cases.mjs';

wholeBrowserSuite('cases of the simulated Tray, that speak from pagehide', (tools) =>
  testCases(tools, casesFromPagehide),
);

// Every case that the simulated Tray can show by itself, through the built package: the library makes of it what the case says.
import { suite } from './harness/suite.mjs';
import { otherCases, testCases } from './harness/tray-cases.mjs';

suite('cases of the simulated Tray', (tools) => testCases(tools, otherCases));

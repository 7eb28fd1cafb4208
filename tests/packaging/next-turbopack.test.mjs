// Next with Turbopack, its own bundler.
import { nextSuite } from './support/next.mjs';

nextSuite('turbopack');

// Next with webpack.
import { nextSuite } from './support/next.mjs';

nextSuite('webpack');

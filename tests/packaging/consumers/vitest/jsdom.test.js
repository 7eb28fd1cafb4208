// @vitest-environment jsdom
import { environment } from './environment.js';

environment('jsdom');

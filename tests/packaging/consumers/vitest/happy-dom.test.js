// @vitest-environment happy-dom
import { environment } from './environment.js';

environment('happy-dom');

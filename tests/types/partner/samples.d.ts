// What the samples of the documentation take for granted: the page's own elements, values and functions.
import type { AuthDialogOptions, AuthResult } from 'tray-auth-dialog';
import type { trayBackend } from 'tray-auth-dialog/backend';

declare global {
  const button: HTMLButtonElement;
  const connect: HTMLButtonElement;
  const tryAgain: HTMLButtonElement;
  const partnerName: string;
  const solutionInstanceId: string;
  const externalAuthId: string;
  const authId: string;
  const serviceId: string;
  const serviceEnvironmentId: string;
  const authorizationCode: string;
  const options: AuthDialogOptions;

  // On the partner's server.
  const process: { env: Record<string, string> };
  const tray: ReturnType<typeof trayBackend>;
  const userId: string;
  const masterToken: string;
  const yourDatabase: { withAdvisoryLock<T>(name: string, work: () => Promise<T>): Promise<T> };
  function yourSignedInUser(request: unknown): Promise<{ userId: string }>;

  // In the partner's tests, what their runners bring; `dialog` is the page that stands in for Tray's.
  const jest: any;
  const test: any;
  const expect: any;
  const afterEach: any;
  const require: (name: string) => any;
  const context: { route(url: string, answer: (route: any) => unknown): Promise<void> };
  const page: any;
  const cy: any;
  const browser: any;
  const dialog: string;
  const createServer: (answer: (request: any, response: any) => void) => any;

  /** Shows a text to the user. */
  function show(text: string): void;
  /** Tells the user what went wrong. */
  function explain(error: unknown): void;
  /** Asks the partner's own back end. */
  function post(path: string, body: unknown): Promise<Response>;
  function fetchUrl(): Promise<string>;
  function fetchCode(): Promise<string>;
  /** The back end saves what was authenticated. */
  function save(what: unknown): Promise<void>;
  function store(authId: string): Promise<void>;
  function keep(result: AuthResult): Promise<void>;
}

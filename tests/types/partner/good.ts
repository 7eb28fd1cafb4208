// What partners write, in every form that the types must take.
import {
  type AttachedAuthDialog,
  type AuthDialog,
  AuthDialogError,
  type AuthDialogEvent,
  type AuthDialogOptions,
  type AuthMessage,
  type AuthResult,
  attachAuthDialog,
  authDialogUrl,
  type ErrorCode,
  isAuthDialogError,
  openAuthDialog,
  parseAuthMessage,
  prepare,
  type SolutionResult,
} from 'tray-auth-dialog';

declare const button: HTMLButtonElement;
declare const solutionInstanceId: string;
declare function save(value: { externalId: string; authId: string }): Promise<void>;
declare function show(text: string): void;

prepare();

button.onclick = async () => {
  button.disabled = true;
  try {
    const dialog: AuthDialog<SolutionResult> = openAuthDialog({
      partnerName: 'acme',
      solutionInstanceId,
      externalAuthId: 'external_slack_authentication',
      authorizationCode: () => fetch('/api/tray/code').then((response) => response.text()),
      skipTitleField: true,
      onFinish: ({ authValue }) => save(authValue),
      onEvent: (event) => event.type === 'late-finish' && save(event.authValue),
    });
    const keep = ({ authValue }: SolutionResult) => save(authValue);
    dialog.on('finish', keep);
    dialog.on('late-finish', keep);
    dialog.on('late-finish', ({ authValue, type }) => show(`${type} ${authValue.externalId}`));
    const { authId, authType, authValue }: SolutionResult = await dialog.result;
    show(authType === undefined ? authId : `${authType} ${authId}`);
    await save(authValue);
    await save((await dialog.retry().result).authValue);
  } catch (error) {
    if (isAuthDialogError(error, 'closed')) {
      const code: 'closed' = error.code;
      show(code);
    } else if (isAuthDialogError(error)) {
      const code: ErrorCode = error.code;
      show(`${code} ${error.field ?? ''} ${error.message} ${String(error.cause)}`);
    } else if (error instanceof AuthDialogError) {
      show(error.name);
    }
  } finally {
    button.disabled = false;
  }
};

// The four kinds of dialog, and the three forms of a code.
const common = { partnerName: 'acme', authorizationCode: 'code' } as const;
const targets: AuthDialogOptions[] = [
  { ...common, solutionInstanceId, externalAuthId: 'external' },
  { ...common, authId: 'auth' },
  { ...common, serviceId: 'service', serviceEnvironmentId: 'environment', scopes: ['read'] as const },
  { ...common },
  { ...common, authorizationCode: Promise.resolve('code') },
  { ...common, authorizationCode: () => 'code' },
  { ...common, authorizationCode: async () => 'code' },
];

// The whole URL, in each of its forms, with the ids of its path or without.
const urls: AuthDialogOptions[] = [
  { url: 'https://embedded.tray.io' },
  { url: new URL('https://embedded.tray.io'), host: 'auth.acme.com', skipTitleField: true },
  { url: Promise.resolve('https://embedded.tray.io'), region: 'eu', display: 'modal' },
  { url: async () => new URL('https://embedded.tray.io'), codeTimeout: 1000 },
  { url: () => fetch('/api/tray/url').then((response) => response.json() as Promise<string>), solutionInstanceId },
  { url: 'https://embedded.tray.io', partnerName: undefined, authorizationCode: undefined },
];
show(String(urls.length));
const given: AuthDialog = openAuthDialog({ url: 'https://embedded.tray.io' });
given.result.then(({ authValue }) => authValue && save(authValue));
const slot: AuthDialog<SolutionResult> = openAuthDialog({
  url: () => 'https://embedded.tray.io',
  externalAuthId: 'external_slack_authentication',
  onFinish: ({ authValue }) => save(authValue),
});
slot.result.then(({ authValue }) => save(authValue));

// Every other option; `undefined` means absent.
const everything: AuthDialogOptions = {
  partnerName: 'acme',
  authId: 'auth',
  authorizationCode: 'code',
  region: 'eu',
  host: undefined,
  extraOrigins: ['https://auth.acme.com'],
  codeTimeout: 1000,
  skipTitleField: true,
  skipAuthSettings: false,
  display: document.createElement('div'),
  popup: { width: 500, height: 700, window: window.open() ?? undefined },
  frame: {
    title: 'Slack',
    allow: 'clipboard-write',
    sandbox: 'allow-scripts allow-same-origin allow-popups',
    referrerPolicy: 'origin',
    className: 'dialog',
    stallAfter: 1000,
    closeOnBackdrop: false,
  },
  labels: { title: 'Connect', close: 'x', loading: '…', waiting: '…', trouble: '?', restart: '!', blocked: '!' },
  accountId: 'account',
  signal: new AbortController().signal,
  timeout: 60_000,
  closeGrace: 0,
  closeOnError: false,
  onFinish: ({ authId }) => show(authId),
  onClose: ({ by }) => show(by === 'user' ? 'cancelled' : by),
  onError: (error) => show(error.code),
  onEvent: (event) => show(describe(event)),
};

// Events are told apart by `type`.
function describe(event: AuthDialogEvent): string {
  switch (event.type) {
    case 'open':
    case 'navigate':
    case 'stalled':
      return event.type;
    case 'finish':
    case 'late-finish':
      return event.authId;
    case 'close':
      return event.by;
    case 'error':
      return event.error.code;
    case 'message':
      return event.name;
    case 'ignored':
      return event.origin;
    default: {
      const none: never = event;
      return none;
    }
  }
}

// The handle.
const dialog: AuthDialog = openAuthDialog(everything);
const off: () => void = dialog.on('close', ({ by }) => show(by));
dialog.on('late-finish', ({ authId }) => show(authId));
off();
// In code that is generic too, such as a hook of the partner's own.
function follow<Result extends AuthResult>(one: AuthDialog<Result>): void {
  one.on('finish', ({ authId }) => show(authId));
  one.on('close', ({ by }) => show(by));
  one.on('error', ({ error }) => show(error.code));
}
follow(dialog);
dialog.focus();
dialog.close();
const again: AuthDialog = dialog.retry();
const state: 'opening' | 'open' | 'closing' | 'finished' | 'failed' = again.state;
show(state);

const frame = document.createElement('iframe');
const attached: AttachedAuthDialog = attachAuthDialog(frame, { host: 'auth.acme.com', accountId: 'account' });
attached.close();
attachAuthDialog(window);
attachAuthDialog(window, { url: new URL('https://embedded.tray.io'), region: 'us' });

// On a server too.
const url: string = authDialogUrl({ partnerName: 'acme', authId: 'auth', authorizationCode: 'code', timeout: 1 });
show(url);
const message: AuthMessage | undefined = parseAuthMessage({} as unknown);
if (message?.type === 'finish') show(message.authId);
if (message?.type === 'malformed') show(message.field);
show(String(targets.length));

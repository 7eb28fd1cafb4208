// The call as <tray-auth-button>. The one on this page (live.js) has the same attributes.
import { escaped, isEdit } from './call.js';

/** @param {import('./call.js').Call} call @param {import('./call.js').Partner} partner @returns {[string, string][]} */
export function attributesOf(call, { partnerName, host }) {
  const { target, title, display, skipTitleField, skipAuthSettings } = call;
  return [
    ['partner-name', partnerName],
    ['host', host],
    ...('authId' in target
      ? [['auth-id', target.authId]]
      : [
          ['solution-instance-id', target.solutionInstanceId],
          ['external-auth-id', target.externalAuthId],
        ]),
    ...(skipTitleField ? [['skip-title-field', '']] : []),
    ...(skipAuthSettings ? [['skip-auth-settings', '']] : []),
    ...(display === 'modal' ? [['display', 'modal']] : []),
    ['labels-title', title],
    ...(display === 'popup' ? [] : [['frame-title', title]]),
  ];
}

/** @param {import('./call.js').Call} call @param {import('./call.js').Partner} partner */
export function element(call, partner) {
  const inline = call.display === 'inline';
  const edits = isEdit(call);
  return [
    '<tray-auth-button',
    ...attributesOf(call, partner).map(([name, value]) => `  ${name}${value && `="${escaped(value)}"`}`),
    '>',
    `  ${escaped(call.title)}`,
    '</tray-auth-button>',
    '<p role="alert"></p>',
    ...(inline ? ['<div id="dialog"></div>'] : []),
    '',
    '<script type="module">',
    "  import 'tray-auth-dialog/element/define';",
    "  import { userMessage } from 'tray-auth-dialog/labels';",
    `  import { accountId, fetchCode${edits ? '' : ', save'} } from './back-end.js';`,
    '',
    "  const button = document.querySelector('tray-auth-button');",
    "  const alert = document.querySelector('[role=alert]');",
    '  button.accountId = accountId;',
    '  button.authorizationCode = fetchCode;',
    ...(inline ? ["  button.display = document.querySelector('#dialog');"] : []),
    ...(edits
      ? []
      : [
          "  for (const type of ['finish', 'late-finish']) {",
          '    button.addEventListener(type, ({ detail }) => save(detail));',
          '  }',
        ]),
    "  button.addEventListener('open', () => alert.replaceChildren());",
    "  button.addEventListener('error', ({ detail }) => {",
    "    alert.textContent = userMessage(detail) ?? '';",
    '  });',
    '</script>',
    '',
  ].join('\n');
}

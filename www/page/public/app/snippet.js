// Writes down the call that the button makes, as one would type it: the options are those of connect.js.

/**
 * @typedef {object} Call
 * @property {string} title
 * @property {'create' | 'edit'} purpose
 * @property {'popup' | 'modal' | 'inline'} display
 * @property {boolean} skipTitleField
 * @property {boolean} skipAuthSettings
 */

/**
 * @param {Call} call
 * @param {{ partnerName: string, host: string }} config
 */
export function snippet({ title, purpose, display, skipTitleField, skipAuthSettings }, { partnerName, host }) {
  const quoted = `'${title.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const options = [
    `partnerName: '${partnerName}',`,
    `host: '${host}',`,
    ...(purpose === 'edit' ? ['authId,'] : ['solutionInstanceId,', 'externalAuthId,']),
    'accountId,',
    'authorizationCode: fetchCode, // asks your back end',
    ...(skipTitleField ? ['skipTitleField: true,'] : []),
    ...(skipAuthSettings ? ['skipAuthSettings: true,'] : []),
    ...(display === 'modal' ? ["display: 'modal',"] : []),
    ...(display === 'inline' ? ["display: document.querySelector('#dialog'),"] : []),
    `labels: { title: ${quoted} },`,
    ...(display === 'popup' ? [] : [`frame: { title: ${quoted} },`]),
    'onEvent: log,',
  ];
  const saving =
    purpose === 'edit'
      ? ['await dialog.result; // the same authentication: there is nothing to save']
      : ['const { authValue } = await dialog.result;', 'await save({ solutionInstanceId, authValues: [authValue] });'];
  return [
    "import { openAuthDialog } from 'tray-auth-dialog';",
    "import { userMessage } from 'tray-auth-dialog/labels';",
    '',
    'button.onclick = async (event) => {',
    '  event.preventDefault(); // the page stays',
    '  try {',
    '    const dialog = openAuthDialog({',
    ...options.map((line) => `      ${line}`),
    '    });',
    ...saving.map((line) => `    ${line}`),
    '  } catch (error) {',
    '    console.error(error); // for you',
    '    const text = userMessage(error); // nothing, if the user closed it',
    '    if (text) show(text);',
    '  }',
    '};',
  ].join('\n');
}

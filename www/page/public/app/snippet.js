// Writes down the call that the button makes with the present choices, as one would type it.

/**
 * @param {ReturnType<typeof import('./choices.js').choices>} chosen
 * @param {{ partnerName: string, host: string }} config
 */
export function snippet({ display, skipTitleField, skipAuthSettings }, { partnerName, host }) {
  const options = [
    `partnerName: '${partnerName}',`,
    `host: '${host}',`,
    'solutionInstanceId,',
    'externalAuthId,',
    'authorizationCode: fetchCode, // a function that asks your back end',
    ...(skipTitleField ? ['skipTitleField: true,'] : []),
    ...(skipAuthSettings ? ['skipAuthSettings: true,'] : []),
    ...(display === 'modal' ? ["display: 'modal',"] : []),
    ...(display === 'inline' ? ["display: document.querySelector('#dialog'),"] : []),
  ];
  return [
    'button.onclick = async (event) => {',
    '  event.preventDefault(); // in a form or a link, the page stays',
    '  try {',
    '    const dialog = openAuthDialog({',
    ...options.map((line) => `      ${line}`),
    '    });',
    '    const { authValue } = await dialog.result;',
    '    await save({ solutionInstanceId, authValues: [authValue] });',
    '  } catch (error) {',
    "    if (isAuthDialogError(error, 'closed')) return; // the user changed their mind",
    '    console.error(error);',
    "    show('This did not work. Please try again.');",
    '  }',
    '};',
  ].join('\n');
}

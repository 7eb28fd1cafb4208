// The call as plain JavaScript: what this page itself runs (../connect.js and ../slot.js), in short.
import { idOf, indented, isEdit, optionLines, quoted } from './call.js';

/** @param {import('./call.js').Call} call @param {import('./call.js').Partner} partner */
export function javascript(call, partner) {
  const id = idOf(call);
  const edits = isEdit(call);
  return [
    "import { openAuthDialog } from 'tray-auth-dialog';",
    "import { userMessage } from 'tray-auth-dialog/labels';",
    `import { accountId, fetchCode${edits ? '' : ', save'} } from './back-end.js';`,
    '',
    edits ? '// What the user connected before.' : '// Your back end made the instance before the click.',
    `const ${id} = ${quoted(call.target[id])};`,
    '',
    'button.onclick = async (event) => {',
    '  event.preventDefault();',
    '  try {',
    '    const dialog = openAuthDialog({',
    ...indented(optionLines(call, partner, "document.querySelector('#dialog')"), 6),
    '      onEvent: console.log,',
    '    });',
    ...(edits
      ? ['    await dialog.result; // the same id: nothing to save']
      : ["    dialog.on('late-finish', keep);", '    await keep(await dialog.result);']),
    '  } catch (error) {',
    '    const text = userMessage(error); // for the user',
    '    if (!text) return; // they closed the dialog',
    '    console.error(error); // for you',
    '    show(text);',
    '  }',
    '};',
    ...(edits
      ? []
      : [
          '',
          'async function keep(result) {',
          '  try {',
          '    await save(result);',
          '  } catch (error) {',
          '    console.error(error);',
          "    show('Connected, but not saved.');",
          '  }',
          '}',
        ]),
    '',
  ].join('\n');
}

// The call as a component of React.
import { backEndNames, doneText, escaped, idOf, indented, optionLines, savingLines } from './call.js';

/** @param {import('./call.js').Call} call @param {import('./call.js').Partner} partner */
export function react(call, partner) {
  const inline = call.display === 'inline';
  return [
    ...(inline ? ["import { useState } from 'react';"] : []),
    "import { userMessage } from 'tray-auth-dialog/labels';",
    "import { useAuthDialog } from 'tray-auth-dialog/react';",
    `import { ${backEndNames(call)} } from './back-end';`,
    '',
    `export function Connect({ ${idOf(call)}, accountId }) {`,
    ...(inline ? ['  const [place, setPlace] = useState(null);'] : []),
    '  const { open, busy, result, error } = useAuthDialog({',
    ...indented([...optionLines(call, partner, 'place'), ...savingLines(call)], 4),
    '  });',
    '',
    `  if (result) return <p>${doneText(call)}</p>;`,
    '  return (',
    '    <>',
    '      <button type="button" onClick={open} disabled={busy}>',
    `        ${escaped(call.title)}`,
    '      </button>',
    '      {error && <p role="alert">{userMessage(error)}</p>}',
    ...(inline ? ['      <div ref={setPlace} />'] : []),
    '    </>',
    '  );',
    '}',
    '',
  ].join('\n');
}

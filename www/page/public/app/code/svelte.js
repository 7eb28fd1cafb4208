// The call as a component of Svelte 5.
import { backEndNames, doneText, escaped, idOf, indented, optionLines, savingLines } from './call.js';

/** @param {import('./call.js').Call} call @param {import('./call.js').Partner} partner */
export function svelte(call, partner) {
  const inline = call.display === 'inline';
  return [
    '<script>',
    ...indented(
      [
        "import { userMessage } from 'tray-auth-dialog/labels';",
        "import { useAuthDialog } from 'tray-auth-dialog/svelte';",
        `import { ${backEndNames(call)} } from './back-end';`,
        '',
        `let { ${idOf(call)}, accountId } = $props();`,
        ...(inline ? ['let place = $state();'] : []),
        '',
        'const dialog = useAuthDialog(() => ({',
        ...indented([...optionLines(call, partner, 'place'), ...savingLines(call)], 2),
        '}));',
      ],
      2,
    ),
    '</script>',
    '',
    '{#if dialog.result}',
    `  <p>${doneText(call)}</p>`,
    '{:else}',
    '  <button type="button" onclick={dialog.open} disabled={dialog.busy}>',
    `    ${escaped(call.title)}`,
    '  </button>',
    '  {#if dialog.error}',
    '    <p role="alert">{userMessage(dialog.error)}</p>',
    '  {/if}',
    ...(inline ? ['  <div bind:this={place}></div>'] : []),
    '{/if}',
    '',
  ].join('\n');
}

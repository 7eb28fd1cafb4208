// The call as a component of Vue.
import { backEndNames, doneText, escaped, idOf, indented, optionLines, savingLines } from './call.js';

/** @param {import('./call.js').Call} call @param {import('./call.js').Partner} partner */
export function vue(call, partner) {
  const inline = call.display === 'inline';
  return [
    '<script setup>',
    ...(inline ? ["import { ref } from 'vue';"] : []),
    "import { userMessage } from 'tray-auth-dialog/labels';",
    "import { useAuthDialog } from 'tray-auth-dialog/vue';",
    `import { ${backEndNames(call)} } from './back-end';`,
    '',
    `const { ${idOf(call)}, accountId } = defineProps(['${idOf(call)}', 'accountId']);`,
    ...(inline ? ['const place = ref();'] : []),
    '',
    'const { open, busy, result, error } = useAuthDialog(() => ({',
    ...indented([...optionLines(call, partner, 'place.value'), ...savingLines(call)], 2),
    '}));',
    '</script>',
    '',
    '<template>',
    `  <p v-if="result">${doneText(call)}</p>`,
    '  <template v-else>',
    '    <button type="button" :disabled="busy" @click="open">',
    `      ${escaped(call.title)}`,
    '    </button>',
    '    <p v-if="error" role="alert">{{ userMessage(error) }}</p>',
    ...(inline ? ['    <div ref="place"></div>'] : []),
    '  </template>',
    '</template>',
    '',
  ].join('\n');
}

// The panel with the code: what the last click ran, or, when the choices have changed since, what the next one will run.
import { config } from '/config.js';
import { choices } from './choices.js';
import { announce, byId, element } from './dom.js';
import { snippet } from './snippet.js';

/** Comments, strings, keywords: enough to read so few lines by. */
const tokens =
  /(?<comment>\/\/.*)|(?<string>'[^'\n]*')|\b(?<keyword>async|await|catch|const|if|import|from|return|true|try)\b/g;

/** The snippet as it is shown. */
let shown = '';

/** @param {string} code */
function show(code, about) {
  shown = code;
  byId('code-about').textContent = about;
  const parts = [];
  let end = 0;
  for (const { 0: text, index, groups } of code.matchAll(tokens)) {
    const [kind] = Object.entries(groups).find(([, found]) => found !== undefined);
    parts.push(code.slice(end, index), element('span', { className: `code-${kind}`, text }));
    end = index + text.length;
  }
  byId('snippet').replaceChildren(...parts, code.slice(end));
}

/** @param {import('./snippet.js').Call} call */
export const showCodeThatRan = (call) => show(snippet(call, config), `This ran for “${call.title}”.`);

function showNext() {
  show(snippet({ ...choices(), title: 'Connect Slack', purpose: 'create' }, config), 'This runs with your next click.');
}

export function prepareCode() {
  for (const id of ['display', 'options']) byId(id).addEventListener('change', showNext);
  addEventListener('pageshow', showNext); // after Back, the browser restores the choices without an event `change`
  showNext();
  byId('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(shown);
      announce('The code is copied.');
      byId('copy').textContent = 'Copied';
    } catch {
      // The browser does not allow it: the code is selected, ready for the keyboard.
      getSelection().selectAllChildren(byId('snippet'));
      announce('The browser does not let the page copy. The code is selected.');
      byId('copy').textContent = 'Selected';
    }
    setTimeout(() => {
      byId('copy').textContent = 'Copy';
    }, 2000);
  });
}

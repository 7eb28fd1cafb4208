// What the visitor chose in the forms: how the dialog is shown, what it skips, and which special case the simulation plays.
import { config } from '/config.js';
import { byId, element } from './dom.js';
import { snippet } from './snippet.js';

const forms = { display: byId('display'), options: byId('options') };

/** @returns {{ display: 'popup' | 'modal' | 'inline', skipTitleField: boolean, skipAuthSettings: boolean, simulate?: string }} */
export function choices() {
  const options = forms.options.elements;
  return {
    display: forms.display.elements.display.value,
    skipTitleField: options.skipTitleField.checked,
    skipAuthSettings: options.skipAuthSettings.checked,
    simulate: options.simulate.value || undefined,
  };
}

/** Fills in what depends on the configuration, and keeps the explanations next to the choices up to date. */
export function prepareChoices() {
  offerCases();
  offerPolicies();
  for (const form of Object.values(forms)) form.addEventListener('change', explain);
  addEventListener('pageshow', explain); // after Back, the browser restores the choices, and no `change` tells
  explain();
}

function explain() {
  const chosen = choices();
  const special = config.cases.find(({ id }) => id === chosen.simulate);
  byId('case-about').textContent =
    special?.description ?? 'The simulation sends what Tray documents, and nothing else.';
  byId('snippet').textContent = snippet(chosen, config);
}

function offerCases() {
  byId('cases').hidden = config.cases.length === 0;
  const groups = new Map();
  for (const { id, label, group } of config.cases) {
    const option = element('option', { value: id, text: label });
    if (!group) byId('case').append(option);
    else if (groups.has(group)) groups.get(group).append(option);
    else groups.set(group, element('optgroup', { label: group }, option));
  }
  byId('case').append(...groups.values());
}

/** One header of the page itself decides whether popups can work at all; the visitor can try it with and without. */
function offerPolicies() {
  const severing = new URLSearchParams(location.search).get('coop') === 'same-origin';
  const header = element('code', { text: `Cross-Origin-Opener-Policy${severing ? ': same-origin' : ''}` });
  const link = severing
    ? element('a', { href: '/', text: 'Go back to the page without it' })
    : element('a', { href: '/?coop=same-origin', text: 'Reload with same-origin, which cuts popups off' });
  byId('coop').replaceChildren(severing ? 'This page sends ' : 'This page sends no ', header, '. ', link, '.');
}

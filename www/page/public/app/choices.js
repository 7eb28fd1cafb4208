// What the visitor chose in the forms: how to show the dialog, what it skips, and the special case.
import { byId, element } from './dom.js';
import { caseOf, firstCases, otherCases } from './special-cases.js';

const forms = { display: byId('display'), options: byId('options') };

/** @returns {{ display: 'popup' | 'modal' | 'inline', skipTitleField: boolean, skipAuthSettings: boolean, simulate?: string }} */
export function choices() {
  const { display, simulate } = forms.display.elements;
  const { skipTitleField, skipAuthSettings } = forms.options.elements;
  return {
    display: display.value,
    skipTitleField: skipTitleField.checked,
    skipAuthSettings: skipAuthSettings.checked,
    simulate: simulate.value || undefined,
  };
}

/** Fills in what depends on the configuration, and keeps the texts next to the choices up to date. */
export function prepareChoices() {
  byId('cases').hidden = firstCases.length === 0;
  offerCases();
  offerPolicies();
  byId('all-cases').addEventListener('change', offerCases);
  byId('case').addEventListener('change', showWhereItIsSeen);
  forms.display.addEventListener('change', explain);
  addEventListener('pageshow', () => {
    // After Back, the browser restores the choices, without an event `change`.
    offerCases();
    explain();
  });
  explain();
}

/** The same as if the visitor had chosen it. */
export function choosePopup() {
  forms.display.elements.display.value = 'popup';
  forms.display.dispatchEvent(new Event('change'));
}

/** Some cases need a popup or a frame, so choosing the case chooses that too. */
function showWhereItIsSeen() {
  const { display, simulate } = choices();
  const needs = caseOf(simulate)?.needs;
  if (needs === 'popup') forms.display.elements.display.value = 'popup';
  if (needs === 'frame' && display === 'popup') forms.display.elements.display.value = 'modal';
}

function explain() {
  const { display, simulate } = choices();
  const { description, needs } = caseOf(simulate) ?? { description: 'Tray does what its documentation says.' };
  const isSeen = !needs || (needs === 'popup') === (display === 'popup');
  const where = needs === 'popup' ? ' Choose the popup to see it.' : ' Choose the modal or inline to see it.';
  byId('case-about').textContent = description + (isSeen ? '' : where);
}

/** Lists the first cases, and with “All cases” the others. Keeps the chosen case if it is still in the list. */
function offerCases() {
  const chosen = byId('case').value;
  const option = ({ id, label }) => element('option', { value: id, text: label });
  const groups = new Map();
  for (const one of byId('all-cases').checked ? otherCases : [])
    groups.set(one.group, [...(groups.get(one.group) ?? []), option(one)]);
  byId('case').replaceChildren(
    element('option', { value: '', text: 'None: everything works' }),
    ...firstCases.map(option),
    ...[...groups].map(([label, options]) => element('optgroup', { label }, ...options)),
  );
  byId('case').value = chosen;
  if (byId('case').selectedIndex < 0) byId('case').value = '';
}

/** One header of the page decides whether popups work at all. The visitor can try the page with and without it. */
function offerPolicies() {
  const severing = new URLSearchParams(location.search).get('coop') === 'same-origin';
  const header = element('code', { text: `Cross-Origin-Opener-Policy${severing ? ': same-origin' : ''}` });
  const link = severing
    ? element('a', { href: '/', text: 'Go back to the page without it' })
    : element('a', { href: '/?coop=same-origin', text: 'Reload with same-origin, which cuts popups off' });
  byId('coop').replaceChildren(severing ? 'This page sends ' : 'This page sends no ', header, '. ', link, '.');
}

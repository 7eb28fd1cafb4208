// The data for the code in the panel: one call of the library, and its options as text.

/**
 * @typedef {object} Call
 * @property {string} title  of the dialog, and of the button that opens it
 * @property {{ solutionInstanceId: string, externalAuthId: string } | { authId: string }} target  create for an instance, or edit
 * @property {'popup' | 'modal' | 'inline'} display
 * @property {boolean} skipTitleField
 * @property {boolean} skipAuthSettings
 */

/** @typedef {{ partnerName: string, host: string }} Partner */

/** @param {Call} call */
export const isEdit = ({ target }) => 'authId' in target;

/** The name of the option with the id that is known before the click. @param {Call} call */
export const idOf = (call) => (isEdit(call) ? 'authId' : 'solutionInstanceId');

/**
 * The options, one per line, which are the same in JavaScript and in each framework.
 * @param {Call} call
 * @param {Partner} partner
 * @param {string} place  the expression for the element of an inline dialog
 */
export function optionLines(call, { partnerName, host }, place) {
  const { target, display, skipTitleField, skipAuthSettings } = call;
  const title = quoted(call.title);
  return [
    `partnerName: ${quoted(partnerName)},`,
    `host: ${quoted(host)},`,
    ...('authId' in target
      ? ['authId,']
      : ['solutionInstanceId,', `externalAuthId: ${quoted(target.externalAuthId)},`]),
    'accountId,',
    'authorizationCode: fetchCode,',
    ...(skipTitleField ? ['skipTitleField: true,'] : []),
    ...(skipAuthSettings ? ['skipAuthSettings: true,'] : []),
    ...(display === 'modal' ? ["display: 'modal',"] : []),
    ...(display === 'inline' ? [`display: ${place},`] : []),
    `labels: { title: ${title} },`,
    ...(display === 'popup' ? [] : [`frame: { title: ${title} },`]),
  ];
}

/** What a component does with a result. After an edit there is nothing to save. @param {Call} call */
export const savingLines = (call) =>
  isEdit(call) ? [] : ['onFinish: save,', "onEvent: (event) => event.type === 'late-finish' && save(event),"];

/** @param {Call} call */
export const backEndNames = (call) => (isEdit(call) ? 'fetchCode' : 'fetchCode, save');

/** @param {Call} call */
export const doneText = (call) => (isEdit(call) ? 'Changed.' : 'Connected.');

/** @param {string[]} lines @param {number} by  spaces */
export const indented = (lines, by) => lines.map((line) => (line ? ' '.repeat(by) + line : line));

/** As a string literal, which is also safe in a `<script>`. @param {string} text */
export const quoted = (text) =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'").replaceAll('</', '<\\/')}'`;

/** As text or an attribute in HTML, JSX and the templates of Vue and Svelte. @param {string} text */
export const escaped = (text) => text.replace(/[&<>{}"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

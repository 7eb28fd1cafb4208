// @ts-check
// The options of an element, from its properties and attributes: `partnerName` is the attribute `partner-name`, and
// `popup.width` is `popup-width`. Imports nothing.

/** How the text of an attribute is read, by the kind of option. @type {Record<string, (text: string) => any>} */
const readers = {
  text: (text) => text,
  number: Number,
  flag: (text) => text !== 'false',
  list: (text) => text.split(/\s+/).filter(Boolean),
};

/** The options that attributes can hold. @type {Record<string, string[]>} */
const kinds = {
  text: [
    ...['partnerName', 'solutionInstanceId', 'externalAuthId', 'authId', 'serviceId', 'serviceEnvironmentId'],
    ...['authorizationCode', 'url', 'region', 'host', 'display', 'accountId'],
    ...['frame.title', 'frame.allow', 'frame.sandbox', 'frame.referrerPolicy', 'frame.className'],
    ...['labels.title', 'labels.close', 'labels.loading', 'labels.waiting', 'labels.trouble', 'labels.restart'],
    'labels.blocked',
  ],
  number: ['timeout', 'codeTimeout', 'closeGrace', 'popup.width', 'popup.height', 'frame.stallAfter'],
  flag: ['skipTitleField', 'skipAuthSettings', 'closeOnError', 'frame.closeOnBackdrop'],
  list: ['scopes', 'extraOrigins'],
};

/** The options that only properties can hold. */
const live = ['signal', 'onFinish', 'onClose', 'onError', 'onEvent'];

/** @param {string} path @returns {string} `closeOnError` -> `close-on-error`, `popup.width` -> `popup-width` */
const attributeOf = (path) => path.replace('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The attributes, each with its option and how its text is read. */
export const attributes = Object.entries(kinds).flatMap(([kind, paths]) =>
  paths.map((path) => ({ name: attributeOf(path), path, read: /** @type {any} */ (readers)[kind] })),
);

/** The names of the properties: every option of the first level. */
export const properties = [...new Set([...attributes.map(({ path }) => path.split('.')[0] ?? ''), ...live])];

/** @param {Element} element @returns {any} the options that its attributes hold */
export function fromAttributes(element) {
  /** @type {any} */
  const options = {};
  for (const { name, path, read } of attributes) {
    const text = element.getAttribute(name);
    if (text === null) continue;
    const [first = '', second] = path.split('.');
    if (second) options[first] = { ...options[first], [second]: read(text) };
    else options[first] = read(text);
  }
  return options;
}

/** @param {any} value */
const isPlain = (value) => Object.prototype.toString.call(value) === '[object Object]';

/**
 * Merges two sets of options, also inside groups. `above` wins, except where it is `undefined`.
 * @param {any} below @param {any} above
 */
export function merge(below, above) {
  const merged = { ...below };
  for (const name of Object.keys(above ?? {})) {
    const value = above[name];
    if (value === undefined) continue;
    merged[name] = isPlain(value) && isPlain(merged[name]) ? { ...merged[name], ...value } : value;
  }
  return merged;
}

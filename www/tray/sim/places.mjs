// Placeholders for origins, because a behaviour cannot know the port: {tray}, {provider}, {elsewhere}.

/**
 * @template T
 * @param {T} value JSON
 * @param {{ tray: string, provider: string, elsewhere: string }} origins
 * @returns {T} the same with each placeholder replaced, also URL-encoded inside another URL
 */
export function fillPlaces(value, origins) {
  let text = JSON.stringify(value);
  for (const [name, origin] of Object.entries(origins)) {
    text = text.replaceAll(`{${name}}/`, `${origin}/`).replaceAll(`%7B${name}%7D%2F`, encodeURIComponent(`${origin}/`));
  }
  return JSON.parse(text);
}

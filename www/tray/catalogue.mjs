// The services of the simulated Tray, and the solutions that use them.

/**
 * @typedef {object} Service
 * @property {string} id
 * @property {string} name the connector's technical name
 * @property {string} title
 * @property {string} version
 * @property {'oauth' | 'token'} authType what `finish` reports; only `oauth` is documented by Tray, `token` is deduced
 * @property {{ id: string, title: string }[]} environments
 * @property {{ name: string, about: string, required?: boolean }[]} scopes of an OAuth service
 * @property {{ name: string, label: string, hint: string }[]} fields of a service that takes a token
 */

/** @type {Service[]} */
export const services = [
  {
    id: '227312c4-3e5f-4b0d-92a0-5b9630ece00e',
    name: 'slack',
    title: 'Slack',
    version: '1.0',
    authType: 'oauth',
    environments: [
      { id: '0a1f3c52-6a1b-4d6e-8f5e-7a2f4c1d9b10', title: 'Slack (production)' },
      { id: '3c6e9d04-1b7f-4a55-9c2d-5e8f7a6b4c21', title: 'Slack (GovSlack)' },
    ],
    scopes: [
      { name: 'chat:write', about: 'Send messages', required: true },
      { name: 'channels:read', about: 'See the list of public channels' },
      { name: 'users:read', about: 'See the people in the workspace' },
    ],
    fields: [],
  },
  {
    id: '5d2a8c1e-7b94-4f0a-8c36-1e9f2d7b6a43',
    name: 'google-sheets',
    title: 'Google Sheets',
    version: '2.0',
    authType: 'oauth',
    environments: [{ id: '7e1b5a90-2c4d-4e8f-a6b3-9d0c8f7e6a52', title: 'Google Sheets OAuth2 App' }],
    scopes: [
      { name: 'spreadsheets', about: 'See, edit and create spreadsheets', required: true },
      { name: 'drive.readonly', about: 'See the files in Drive' },
    ],
    fields: [],
  },
  {
    id: '72cef4e9-229f-4d7c-97e3-b6cd4d92146f',
    name: 'mailchimp',
    title: 'Mailchimp',
    version: '1.0',
    authType: 'token',
    environments: [{ id: '8f2c6b01-3d5e-4f90-b7c4-ae1d9f8b7c63', title: 'Mailchimp API key' }],
    scopes: [],
    fields: [
      { name: 'apiKey', label: 'API key', hint: 'Any text will do here, but “invalid” is refused.' },
      { name: 'server', label: 'Server prefix', hint: 'The part after the dash in the key, for example us19.' },
    ],
  },
];

export const solutions = [
  {
    id: 'b3422397-5c1e-4b7a-9d60-57e7e66771b3',
    title: 'Notify the team about new customers',
    description: 'Adds each new customer to a spreadsheet and a mailing list, and tells the team.',
    tags: ['marketing'],
    customFields: [],
    configSlots: [{ externalId: 'external_channel', title: 'Channel', defaultValue: '"#general"' }],
    authSlots: [
      { externalId: 'external_slack_authentication', title: 'Slack', service: 'slack' },
      { externalId: 'external_google_authentication', title: 'Google Sheets', service: 'google-sheets' },
      { externalId: 'external_mailchimp_authentication', title: 'Mailchimp', service: 'mailchimp' },
    ],
  },
];

/** @param {string} id */
export const serviceById = (id) => services.find((service) => service.id === id);

/** @param {string} name */
export const serviceByName = (name) => services.find((service) => service.name === name);

/** @param {string} id */
export const solutionById = (id) => solutions.find((solution) => solution.id === id);

/** The service of a solution's authentication slot. */
export function serviceOfSlot(solution, externalAuthId) {
  const slot = solution.authSlots.find(({ externalId }) => externalId === externalAuthId);
  return slot && serviceByName(slot.service);
}

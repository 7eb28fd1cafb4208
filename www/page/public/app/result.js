// Shows the promise's result or error, and the solution instance at Tray.
import { byId, element } from './dom.js';

/** @param {string} who @param {import('tray-auth-dialog').AuthResult} result */
export function showResult(who, result) {
  write('resolved', `${who}: resolved with an AuthResult`, result);
}

/** @param {string} who @param {Error & { code?: string, field?: string }} error */
export function showError(who, error) {
  const { name, code, message, field } = error;
  write('rejected', `${who}: rejected with an ${name}`, { code, message, field });
}

function write(kind, title, value) {
  byId('result').replaceChildren(
    element('p', { className: `result-title ${kind}`, text: title }),
    element('pre', {}, element('code', { text: JSON.stringify(value, null, 2) })),
  );
}

/** @param {{ id: string, name: string, enabled: boolean, authValues: { externalId: string, authId: string }[] }} instance */
export function showInstance({ id, name, enabled, authValues }) {
  const rows = [
    ['id', id],
    ['name', name],
    ['enabled', String(enabled)],
    ...(authValues.length
      ? authValues.map(({ externalId, authId }) => [externalId, authId])
      : [['authValues', 'none yet']]),
  ];
  byId('instance').replaceChildren(
    element(
      'dl',
      { className: 'facts' },
      ...rows.map(([term, value]) =>
        element(
          'div',
          {},
          element('dt', { text: term }),
          element('dd', { text: value, className: value === 'true' ? 'good' : undefined }),
        ),
      ),
    ),
  );
}

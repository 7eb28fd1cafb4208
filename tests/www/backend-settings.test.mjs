// Which Tray the demo uses, as the environment says it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Stop } from '../../scripts/lib/stop.mjs';
import { readTraySettings } from '../../www/settings.mjs';

const REAL = {
  TRAY_GRAPHQL_URL: 'https://tray.io/graphql',
  TRAY_MASTER_TOKEN: 'master-token-of-acme',
  TRAY_PARTNER_NAME: 'acme',
  TRAY_HOST: 'acme.integration-configuration.com',
};

/** @returns {string} the sentence that the person reads */
function complaint(env) {
  let message;
  assert.throws(
    () => readTraySettings(env),
    (error) => {
      message = error.message;
      return error instanceof Stop;
    },
  );
  assert.match(message, /^[^\n]+\.$/, 'one line, a whole sentence');
  return message;
}

describe('the settings of the demo', () => {
  it('mean the simulation when none is set', () => {
    assert.equal(readTraySettings({ PATH: '/bin', TRAY_HOST: '  ' }), undefined);
  });

  it('mean the real Tray when all four are set', () => {
    assert.deepEqual(readTraySettings({ ...REAL, TRAY_SOLUTION_ID: 's-1', TRAY_EXTERNAL_AUTH_ID: 'external_slack' }), {
      graphqlUrl: 'https://tray.io/graphql',
      masterToken: 'master-token-of-acme',
      partnerName: 'acme',
      host: 'acme.integration-configuration.com',
      dialogOrigin: 'https://acme.integration-configuration.com',
      solutionId: 's-1',
      externalAuthId: 'external_slack',
    });
  });

  for (const name of Object.keys(REAL)) {
    it(`name ${name} when it alone is missing`, () => {
      const { [name]: _, ...partial } = REAL;
      const message = complaint(partial);
      assert.ok(message.startsWith(`To use the real Tray, also set ${name} `), message);
    });
  }

  it('name all that are missing, also when only an optional one is set', () => {
    assert.match(
      complaint({ TRAY_SOLUTION_ID: 's-1' }),
      /also set TRAY_GRAPHQL_URL, TRAY_MASTER_TOKEN, TRAY_PARTNER_NAME, and TRAY_HOST/,
    );
  });

  it('never quote the token', () => {
    assert.doesNotMatch(complaint({ ...REAL, TRAY_MASTER_TOKEN: 'sec ret' }), /sec ret/);
    assert.doesNotMatch(complaint({ TRAY_MASTER_TOKEN: 'secret' }), /secret/);
  });

  it('take a host name or an origin', () => {
    assert.equal(
      readTraySettings({ ...REAL, TRAY_HOST: 'https://Auth.Acme.com/' }).dialogOrigin,
      'https://auth.acme.com',
    );
    assert.equal(
      readTraySettings({ ...REAL, TRAY_HOST: 'http://tray.localhost:4002' }).dialogOrigin,
      'http://tray.localhost:4002',
    );
  });

  for (const [name, value] of [
    ['TRAY_HOST', 'https://embedded.tray.io/external'],
    ['TRAY_HOST', 'http://embedded.tray.io'],
    ['TRAY_HOST', 'not a host'],
    ['TRAY_HOST', 'https://user@embedded.tray.io'],
    ['TRAY_GRAPHQL_URL', 'tray.io/graphql'],
    ['TRAY_GRAPHQL_URL', 'http://tray.io/graphql'],
    ['TRAY_GRAPHQL_URL', 'http://127.evil.example/graphql'],
  ]) {
    it(`refuse ${name}=${value}, naming both`, () => {
      const message = complaint({ ...REAL, [name]: value });
      assert.ok(message.startsWith(name) && message.includes(value), message);
    });
  }

  it('want a solution with an authentication of it', () => {
    assert.match(complaint({ ...REAL, TRAY_EXTERNAL_AUTH_ID: 'external_slack' }), /TRAY_SOLUTION_ID/);
  });
});

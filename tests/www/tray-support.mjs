// What the tests of the simulated Tray share: one server per test, plain HTTP to it under any name, GraphQL, and a page read without a browser.
import assert from 'node:assert/strict';
import { request } from 'node:http';

import { trayBackend } from 'tray-auth-dialog/backend';
import { services } from '../../www/tray/catalogue.mjs';
import { startTray } from '../../www/tray/server.mjs';

export const SOLUTION = 'b3422397-5c1e-4b7a-9d60-57e7e66771b3';
export const SLOT = 'external_slack_authentication';

/** @param {import('node:test').TestContext} t */
export async function tray(t, options) {
  const started = await startTray(options);
  t.after(() => started.close());
  return started;
}

/**
 * A request by node:http, because `fetch` chooses the Host header itself and follows redirects.
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, text: string }>}
 */
export function http({ port }, path, { host = `tray.localhost:${port}`, method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, async (response) => {
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      resolve({ status: response.statusCode, headers: response.headers, text });
    })
      .on('error', reject)
      .end(body);
  });
}

export async function json(server, path, body) {
  const { status, text } = await http(server, path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status, body: text === '' ? undefined : JSON.parse(text) };
}

/** @returns {Promise<{ status: number, headers: Headers, data?: any, errors?: any[] }>} */
export async function graphql({ graphqlUrl }, token, query, variables) {
  const response = await fetch(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, ...(await response.json()) };
}

/** The data of an operation that must succeed. */
export async function data(server, token, query, variables) {
  const answer = await graphql(server, token, query, variables);
  assert.equal(answer.errors, undefined);
  return answer.data;
}

/** A user with a token and an instance of the one solution, made through the API as a partner's back end does it. */
export async function partner({ masterToken, graphqlUrl }, name = 'Ada') {
  const backend = trayBackend({ masterToken, graphqlUrl });
  const { userId } = await backend.createExternalUser({ name, externalUserId: name });
  const { accessToken } = await backend.authorize({ userId });
  const { id: instanceId } = await backend.createSolutionInstance({
    userToken: accessToken,
    solutionId: SOLUTION,
    instanceName: 'First',
  });
  const code = async () => (await backend.generateAuthorizationCode({ userId })).authorizationCode;
  return { userId, accessToken, instanceId, code };
}

/** What the page's script is told. */
export function pageOf({ text }) {
  const attribute = /<body data-page="([^"]*)"/.exec(text)?.[1];
  assert.notEqual(attribute, undefined, `no page in ${text}`);
  return JSON.parse(decode(attribute));
}

export const decode = (html) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Opens the dialog to make an authentication for the instance's slot. */
export async function openCreate(server, { instanceId, code }, { slot = SLOT, query = '', host } = {}) {
  return http(
    server,
    `/external/auth/create/acme/${instanceId}/${slot}?code=${encodeURIComponent(await code())}${query}`,
    { host },
  );
}

/** The error that an error page posts to the host. */
export const postedError = (response) => pageOf(response).steps.onLoad[0].post;

/** An authentication, as only a dialog makes one. It has the last environment of its service, which is never the default. */
export function make({ store }, userId, name, title) {
  const service = services.find((one) => one.name === name);
  return store.saveAuthentication(userId, {
    name: title ?? `My ${service.title}`,
    service,
    environmentId: service.environments.at(-1).id,
    fields: { apiKey: 'k', server: 's' },
  });
}

/** Opens a dialog with a code of the user, under any of the URL's forms. */
export const open = async (server, { code }, path, query = '') => http(server, `${path}?code=${await code()}${query}`);

/** Opens a dialog with a code that describes itself. */
export const openSim = (server, code, query = '', host) =>
  http(server, `/external/auth/create/acme/any-instance/${SLOT}?code=${encodeURIComponent(code)}${query}`, { host });

// Failures of the back end that a special case can request, to show what the page does then. Only with the simulated Tray.
import { ApiError } from './errors.mjs';

const asked = 'The back end failed, as the special case asks.';

/** @type {{ id: string, at: 'code' | 'save', label: string, description: string, fail: (request: import('express').Request) => void }[]} */
const failures = [
  {
    id: 'code-fails',
    at: 'code',
    label: 'Your back end answers 500',
    description: 'The request for the one-time code is answered 500, so the dialog cannot start.',
    fail: () => {
      throw new ApiError(500, 'internal', asked);
    },
  },
  {
    id: 'back-end-down',
    at: 'code',
    label: 'Your back end is down',
    description: 'The request for the one-time code gets no answer: the connection breaks.',
    fail: (request) => request.socket.destroy(),
  },
  {
    id: 'saving-fails',
    at: 'save',
    label: 'Your back end cannot save the result',
    description:
      'You connect something, and saving it is answered 500. “Try again” only saves: it opens no second dialog.',
    fail: () => {
      throw new ApiError(500, 'internal', asked);
    },
  },
];

/** For the list of special cases. */
export const failureCases = failures.map(({ id, label, description }) => ({
  id,
  label,
  description,
  group: 'Your back end fails',
}));

/**
 * Fails if the special case says so.
 * @param {string | undefined} simulate
 * @param {'code' | 'save'} at
 * @param {import('express').Request} request
 * @returns {boolean}  whether the request has been handled
 */
export function failed(simulate, at, request) {
  const failure = failures.find((one) => one.id === simulate && one.at === at);
  failure?.fail(request);
  return failure !== undefined;
}

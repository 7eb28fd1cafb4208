// Renders the pages. Eta escapes every value, except a rendered page inside its layout.
import { fileURLToPath } from 'node:url';

import { Eta } from 'eta';

import { originOf } from './hosts.mjs';

const eta = new Eta({
  views: fileURLToPath(new URL('views', import.meta.url)),
  cache: true,
  autoEscape: true,
  rmWhitespace: true,
});

/**
 * @param {import('express').Response} response
 * @param {string} view
 * @param {{ page?: object, [name: string]: unknown }} data `page` is for the page's script, which reads it from an attribute
 * @param {{ frameAncestors?: string | false, frameSrc?: string, formAction?: string }} [policy] exceptions to the strict
 *   policy; `frameAncestors: false` leaves the directive out
 */
export function render(response, view, data, policy = {}) {
  response.set('content-security-policy', contentSecurityPolicy(originOf(response.req), policy));
  response.type('html').send(eta.render(`./${view}`, { ...data, page: JSON.stringify(data.page ?? {}) }));
}

/** @param {string} origin its own @param {Parameters<typeof render>[3]} policy */
function contentSecurityPolicy(origin, { frameAncestors = "'none'", frameSrc = "'none'", formAction = "'self'" }) {
  // Also by its name: in a frame with `sandbox`, nothing is `'self'` to WebKit.
  const own = `'self' ${origin}`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src ${own}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `form-action ${formAction}`,
    `frame-src ${frameSrc}`,
    frameAncestors && `frame-ancestors ${frameAncestors}`,
  ]
    .filter(Boolean)
    .join('; ');
}

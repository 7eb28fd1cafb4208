// Lists as Relay connections, as all of Tray's lists are: edges with nodes and cursors, and page information.
import { Problem } from '../problem.mjs';

/** The most nodes in a page. Tray does not document its own limit; this one is so low that a program that reads one page misses some. */
export const LONGEST_PAGE = 10;

const toCursor = (id) => Buffer.from(id).toString('base64');

/**
 * @template {{ id: string }} T
 * @param {T[]} items
 * @param {{ first?: number | null, last?: number | null, before?: string | null, after?: string | null }} page
 */
export function connection(items, { first, last, before, after } = {}) {
  const edges = items.map((node) => ({ node, cursor: toCursor(node.id) }));
  let start = after == null ? 0 : position(edges, after) + 1;
  let end = before == null ? edges.length : position(edges, before);
  if (first != null) end = Math.min(end, start + natural(first, 'first'));
  if (last != null) start = Math.max(start, end - Math.min(natural(last, 'last'), LONGEST_PAGE));
  end = Math.min(end, start + LONGEST_PAGE);
  const shown = edges.slice(start, end);
  return {
    edges: shown,
    totalCount: edges.length,
    pageInfo: {
      startCursor: shown.at(0)?.cursor ?? null,
      endCursor: shown.at(-1)?.cursor ?? null,
      hasPreviousPage: start > 0,
      hasNextPage: end < edges.length,
    },
  };
}

function position(edges, cursor) {
  const index = edges.findIndex((edge) => edge.cursor === cursor);
  if (index < 0) throw new Problem('BAD_USER_INPUT', `The cursor "${cursor}" is not of this list.`);
  return index;
}

function natural(value, name) {
  if (value < 0) throw new Problem('BAD_USER_INPUT', `"${name}" must not be negative.`);
  return value;
}

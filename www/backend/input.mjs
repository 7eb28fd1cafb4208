// Schemas of what the back end accepts from the page, and the function that applies them.
import { z } from 'zod';
import { ApiError } from './errors.mjs';

// Tray's ids look like UUIDs, but Tray does not promise that. They must be short and printable.
const id = z.string().regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 printable characters without spaces');
const externalId = z.string().trim().min(1).max(256);

export const newSolutionInstance = z.strictObject({ solutionId: id });
export const instanceParameters = z.object({ solutionInstanceId: id });
/** @param {string[]} cases  ids of the special cases that the page may request; none with the real Tray */
const specialCase = (cases) =>
  z
    .string()
    .refine((name) => cases.includes(name), 'is not a special case of this Tray')
    .optional();

/** @param {string[]} cases */
export const savedResult = (cases) =>
  z.strictObject({
    authValues: z
      .array(z.strictObject({ externalId, authId: id }))
      .min(1)
      .max(20),
    simulate: specialCase(cases),
  });

/** @param {string[]} cases */
export const codeRequest = (cases) => z.strictObject({ simulate: specialCase(cases) });

/**
 * @template T
 * @param {z.ZodType<T>} schema
 * @param {unknown} value
 * @returns {T}
 */
export function check(schema, value) {
  if (value === undefined)
    throw new ApiError(400, 'invalid_request', 'A JSON body is expected, with Content-Type: application/json.');
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  const field = path.join('.') || undefined;
  throw new ApiError(400, 'invalid_request', field ? `${field}: ${message}.` : `${message}.`, { field });
}

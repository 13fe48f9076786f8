import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod';
import { problem } from './problem.ts';

/** What a question may hold, in bytes. */
const MAX_BODY = 1024 * 1024;

export const limited = bodyLimit({ maxSize: MAX_BODY, onError: (c) => problem(c, 413, 'Too large', 'A question may hold at most 1 MiB.') });

type Read<T> = { readonly value: T } | { readonly problem: Response };

/** A value as a schema reads it, or a problem that names the first part that is wrong, and all of them. */
export function checked<T>(c: Context, value: unknown, schema: z.ZodType<T>): Read<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return { problem: problem(c, 422, 'Not a question', `${errors[0]?.path ?? ''}: ${errors[0]?.message ?? 'invalid'}`, { errors }) };
}

/** The body of a request as JSON, or a problem. */
export async function jsonBody(c: Context): Promise<Read<unknown>> {
  try {
    const value: unknown = await c.req.json();
    return { value };
  } catch {
    return { problem: problem(c, 400, 'Not JSON', 'Send the question as one JSON object.') };
  }
}

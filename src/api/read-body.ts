import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod';
import { problem } from './problem.ts';

/** What a body may hold, in bytes. */
export const MAX_BODY = 4 * 1024 * 1024;

export const limited = bodyLimit({ maxSize: MAX_BODY, onError: (c) => problem(c, 413, 'Too large', 'A request may hold at most 4 MiB.') });

type Read<T> = { readonly value: T } | { readonly problem: Response };

/** Where in a request a fault is: `years.first` of a body or query, without the word for which of them. */
const placeOf = (path: readonly PropertyKey[]): string => (['parts', 'query', 'body'].includes(String(path[0])) ? path.slice(1) : path).join('.');

/** A value as a schema reads it, or a problem that names the first part that is wrong, and all of them. */
export function checked<T>(c: Context, value: unknown, schema: z.ZodType<T>): Read<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const errors = parsed.error.issues.map((issue) => ({ path: placeOf(issue.path), message: issue.message }));
  return { problem: problem(c, 422, 'Not a question', `${errors[0]?.path ?? ''}: ${errors[0]?.message ?? 'invalid'}`, { errors }) };
}

/** How deep a question may be nested: far deeper than any is, and shallow enough for whoever walks through it. */
const DEEPEST = 100;

/** Whether brackets in a JSON text stand deeper than that. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '[' || char === '{') {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (char === ']' || char === '}') depth -= 1;
  }
  return false;
}

/** The body of a request as JSON, or a problem. */
export async function jsonBody(c: Context): Promise<Read<unknown>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { problem: problem(c, 415, 'Not JSON', 'Send the question as JSON, under Content-Type: application/json.') };
  }
  try {
    const text = await c.req.text();
    if (isTooDeep(text)) return { problem: problem(c, 422, 'Not a question', `The question is nested deeper than ${DEEPEST} levels.`) };
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return { problem: problem(c, 400, 'Not JSON', 'Send the question as one JSON object.') };
  }
}

import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { UserError } from '../app/user-error.ts';
import { asField } from '../app/verbs/as-field.ts';
import type { Problem } from './types.ts';
import { NotDone } from './work/not-done.ts';

/** An error as `application/problem+json` (RFC 9457). */
export function problem(c: Context, status: ContentfulStatusCode, title: string, detail: string, more: Readonly<Record<string, unknown>> = {}): Response {
  return sent(c, { ...told(status, title, detail), ...more });
}

type Told = Omit<Problem, 'status'> & { readonly status: ContentfulStatusCode };

const told = (status: ContentfulStatusCode, title: string, detail: string): Told => ({ type: 'about:blank', title, status, detail });

const sent = (c: Context, body: Told): Response => c.body(JSON.stringify(body), body.status, { 'Content-Type': 'application/problem+json' });

/** What an error is to who asked; undefined where it is one of the program's own. */
export function problemOf(error: unknown): Told | undefined {
  if (error instanceof UserError) {
    const hints = error.detail.map(asField);
    return { ...told(422, 'Not a question', asField(error.message)), ...(hints.length > 0 && { hints }) };
  }
  if (!(error instanceof NotDone)) return undefined;
  switch (error.why) {
    case 'busy':
      return told(503, 'Busy', 'Other questions wait already. Ask again in a while.');
    case 'slow':
      return told(504, 'Took too long', 'Ask for fewer years, states, sources or draws, ask for a job, or use the command line, which has no limit.');
    case 'gone':
      return told(408, 'Left', 'Who asked went away.');
  }
}

/** Where the fault is the program's own. */
export const FAILED = told(500, 'Failed', 'The server met an error of its own; where foedus serve runs it says more.');

export function sendProblem(c: Context, told: Told): Response {
  if (told.status === 503) c.header('Retry-After', '10');
  return sent(c, told);
}

import type { Context } from 'hono';
import * as z from 'zod';
import { Changed, type Kept, type Shelf } from '../../app/drafts/shelf.ts';
import { problem } from '../problem.ts';

/** What drafts and studies have in common: revisions, and the headers by which two who change the same are kept apart. */

export const shelfName = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no name; write lower-case words joined by hyphens, such as entente-2030');

export const revisionName = z.string().regex(/^[0-9a-f]{16}$/, 'is no revision: 16 hexadecimal digits');

export const keptShape = {
  name: shelfName,
  revision: revisionName.describe('Named by the content; the ETag'),
  saved: z.string().describe('When, UTC'),
  bytes: z.int(),
};

export const CONDITION = {
  'If-Match': 'The revision that was changed, in quotes: one that another replaced meanwhile is not overwritten',
  'If-None-Match': '`*`: only where there is none of that name yet',
};

const TAG = /^(?:W\/)?"([0-9a-f]{16})"$/;

/** The revision a change was made on by the request's headers; null where it is to be the first; undefined where they do not say. */
export function conditionOf(c: Context): string | null | undefined {
  if (c.req.header('if-none-match') === '*') return null;
  const given = c.req.header('if-match')?.trim();
  if (given === undefined) return undefined;
  return TAG.exec(given)?.[1] ?? given;
}

export function withTag(c: Context, { revision, saved }: Kept): void {
  c.header('ETag', `"${revision}"`);
  c.header('Last-Modified', new Date(saved).toUTCString());
  c.header('Cache-Control', 'no-cache');
}

export const noCondition = (c: Context): Response =>
  problem(c, 428, 'Which revision', 'One of that name is kept already. Say by If-Match which revision was changed, so that nobody’s work is lost.');

/** Runs a change; where another revision stands by now, the answer holds it. */
export async function changing(c: Context, change: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof Changed)) throw error;
    const { current } = error;
    if (current === undefined) return problem(c, 412, 'Gone', 'There is none of that name any more.', { current: null });
    withTag(c, current);
    return problem(c, 412, 'Changed', 'Another revision was saved meanwhile; it stands under current.', { current });
  }
}

/** Removes a text, on the revision that the request names. @param what it is, in words */
export const removing = (c: Context, shelf: Pick<Shelf, 'get' | 'remove'>, what: string, name: string): Promise<Response> =>
  changing(c, () => {
    if (shelf.get(name) === undefined) return unknown(c, what, name);
    const on = conditionOf(c);
    if (on === undefined || on === null) return noCondition(c);
    shelf.remove(name, on);
    return c.body(null, 204);
  });

export const unknown = (c: Context, what: string, name: string, detail = `There is no ${what} '${name}'.`): Response => problem(c, 404, 'Not found', detail);

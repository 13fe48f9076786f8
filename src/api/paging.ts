import type { Context } from 'hono';
import * as z from 'zod';

/** A part of a long list is asked for, and where the rest is stands in the `Link` header (RFC 8288) and in the answer. */

const MOST = 1000;
const AT_ONCE = 100;

const whole = (text: string): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d{1,9}$/, text)
    .transform(Number);

/** Parts of a query that choose a page. */
export const page = {
  limit: whole('is no whole number')
    .pipe(z.int().min(1).max(MOST))
    .default(AT_ONCE)
    .meta({ description: `Rows at once, up to ${MOST}`, sent: { type: 'integer', minimum: 1, maximum: MOST } }),
  offset: whole('is no whole number')
    .default(0)
    .meta({ description: 'Rows left out before the first', sent: { type: 'integer', minimum: 0 } }),
};

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    total: z.int().describe('Rows of all pages'),
    offset: z.int().describe('Rows before the first of these'),
    next: z.string().nullable().describe('Address of the next page; null on the last'),
  });

interface Asked {
  readonly limit: number;
  readonly offset: number;
}

/** Answers with one page of some rows. `more` stands beside them. */
export function sendPage(c: Context, rows: readonly unknown[], { limit, offset }: Asked, more: Readonly<Record<string, unknown>> = {}): Response {
  const total = rows.length;
  const url = new URL(c.req.url);
  const at = (start: number): string => {
    url.searchParams.set('limit', String(limit));
    url.searchParams.set('offset', String(start));
    return `${url.pathname}${url.search}`;
  };
  const last = Math.max(0, Math.ceil(total / limit) - 1) * limit;
  const next = offset + limit < total ? at(offset + limit) : null;
  const links: readonly (readonly [string, string | null])[] = [
    ['first', at(0)],
    ['prev', offset > 0 ? at(Math.max(0, offset - limit)) : null],
    ['next', next],
    ['last', at(last)],
  ];
  c.header('Link', links.flatMap(([rel, address]) => (address === null ? [] : [`<${address}>; rel="${rel}"`])).join(', '));
  return c.json({ ...more, rows: rows.slice(offset, offset + limit), total, offset, next });
}

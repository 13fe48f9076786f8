import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error as `application/problem+json` (RFC 9457). */
export function problem(c: Context, status: ContentfulStatusCode, title: string, detail: string, more: Readonly<Record<string, unknown>> = {}): Response {
  return c.body(JSON.stringify({ type: 'about:blank', title, status, detail, ...more }), status, { 'Content-Type': 'application/problem+json' });
}

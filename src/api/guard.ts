import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { problem } from './problem.ts';

/** 256 random bits, safe in a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Equality in a time that depends on the lengths alone. */
export function sameSecret(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}

export const EXPIRED = 'Link expired. Open the newest link printed by foedus serve.';

const expiredPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Foedus</title></head><body><p>${EXPIRED}</p></body></html>`;

/** Everything the pages need comes from this server; nothing inline runs. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};

/**
 * Only this server's own name, and requests that its own pages or no page at all sent: a page elsewhere that makes
 * a browser call 127.0.0.1 (DNS rebinding, cross-site requests) is refused.
 */
export function ownRequestsOnly(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    if (!hosts.includes(c.req.header('host') ?? '')) return problem(c, 403, 'Wrong host', 'This server answers to 127.0.0.1 alone.');
    const origin = c.req.header('origin');
    if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
      return problem(c, 403, 'Wrong origin', 'Requests of other pages are refused.');
    const site = c.req.header('sec-fetch-site');
    const isNavigation = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation)
      return problem(c, 403, 'Wrong origin', 'Requests of other pages are refused.');
    return next();
  };
}

export interface Secrets {
  /** In the printed link. */
  readonly token: string;
  /** In the cookie the link is exchanged for. */
  readonly session: string;
}

/**
 * The link's token is exchanged for a cookie and leaves the URL at once. Programs may send the token as a bearer instead.
 */
export function tokenOrCookie({ token, session }: Secrets, port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const cookie = `foedus_${port()}`;
    const url = new URL(c.req.url);
    const given = url.searchParams.get('token');
    if (given !== null && c.req.method === 'GET') {
      if (!sameSecret(given, token)) return c.html(expiredPage, 403);
      setCookie(c, cookie, session, { httpOnly: true, sameSite: 'Lax', path: '/' });
      url.searchParams.delete('token');
      c.header('Cache-Control', 'no-store');
      return c.redirect(`${url.pathname.replace(/^\/{2,}/, '/')}${url.search}`, 303);
    }
    const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer !== undefined && sameSecret(bearer, token)) return next();
    if (sameSecret(getCookie(c, cookie) ?? '', session)) return next();
    return url.pathname.startsWith('/api/') ? problem(c, 403, 'Link expired', EXPIRED) : c.html(expiredPage, 403);
  };
}

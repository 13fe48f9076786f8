import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The file under `root` that a request path names, or undefined: none outside it, none hidden, none of a kind we do not serve.
 * @param name the path, already decoded once
 */
export function fileUnder(root: string, name: string): string | undefined {
  if (name.includes('\0') || name.includes('\\')) return undefined;
  const segments = name.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment.startsWith('.'))) return undefined;
  const base = path.resolve(root);
  const file = path.resolve(base, ...segments);
  return file.startsWith(base + path.sep) && TYPES[path.extname(file)] !== undefined ? file : undefined;
}

/** Sends a file, or undefined where there is none, or only a link that leads out of the folder. Names under `assets/` carry a hash of their content and never change. */
export async function sendFile(c: Context, root: string, name: string): Promise<Response | undefined> {
  const file = fileUnder(root, name);
  if (file === undefined) return undefined;
  try {
    const [real, base] = await Promise.all([realpath(file), realpath(root)]);
    if (!real.startsWith(base + path.sep)) return undefined;
    const bytes = new Uint8Array(await readFile(real));
    return c.body(bytes, 200, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Cache-Control': name.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
    });
  } catch {
    return undefined;
  }
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { Answer } from './work/messages.ts';

/** Sends an answer's file piece by piece; `after` runs when it is sent, or who asked went away. */
export async function sendAnswer(c: Context, { file, type, name }: Answer, after: () => void): Promise<Response> {
  const { size } = await stat(file);
  const stream = createReadStream(file);
  stream.once('close', after);
  return c.body(Readable.toWeb(stream), 200, {
    'Content-Type': type,
    'Content-Length': String(size),
    'Cache-Control': 'no-store',
    ...(name !== undefined && { 'Content-Disposition': `attachment; filename="${name}"` }),
  });
}

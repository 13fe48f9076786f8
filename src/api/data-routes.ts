import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Hono, type Context } from 'hono';
import type * as z from 'zod';
import { problem } from './problem.ts';
import { measureQuestion, networkQuestion, panelQuestion, similarityQuestion, statusQuestion } from './questions.ts';
import { checked, jsonBody, limited } from './read-body.ts';
import { sendAnswer } from './send-answer.ts';
import type { Asked } from './work/messages.ts';
import { NotDone, type Queue } from './work/queue.ts';

function notDone(c: Context, { why }: NotDone): Response {
  switch (why) {
    case 'busy':
      c.header('Retry-After', '10');
      return problem(c, 503, 'Busy', 'Other questions wait already. Ask again in a while.');
    case 'slow':
      return problem(c, 504, 'Took too long', 'Ask for fewer years, states or sources, or use the command line, which has no limit.');
    case 'gone':
      return problem(c, 408, 'Left', 'Who asked went away.');
  }
}

/** What programs ask about data: sources, panels, measures, of the store of the workspace the server was started with. */
export function dataRoutes(workspace: string, queue: Queue): Hono {
  const app = new Hono();

  /** Has a question answered that the schema takes. */
  async function answer(c: Context, asked: Asked, schema: z.ZodType): Promise<Response> {
    const read = checked(c, asked.question, schema);
    if ('problem' in read) return read.problem;
    const folder = await mkdtemp(path.join(tmpdir(), 'foedus-answer-'));
    const remove = (): void => void rm(folder, { recursive: true, force: true });
    try {
      return await sendAnswer(c, await queue.answer({ workspace, folder, asked }, c.req.raw.signal), remove);
    } catch (error) {
      remove();
      if (error instanceof NotDone) return notDone(c, error);
      throw error;
    }
  }

  app.get('/data/sources', async (c) => {
    const { listSources } = await import('../app/data-sources.ts');
    return c.json({ workspace, sources: await listSources(workspace, []) });
  });
  app.get('/data/sources/:source', async (c) => {
    const { listSources } = await import('../app/data-sources.ts');
    return c.json({ workspace, sources: await listSources(workspace, [c.req.param('source')]) });
  });
  app.get('/data/status', (c) => answer(c, { about: 'status', question: c.req.query() }, statusQuestion));

  app.post('/panel', limited, async (c) => {
    const body = await jsonBody(c);
    return 'problem' in body ? body.problem : answer(c, { about: 'panel', question: body.value }, panelQuestion);
  });

  app.get('/measures', async (c) => {
    const { listMeasures } = await import('../app/measure.ts');
    return c.json({ rows: listMeasures() });
  });
  app.post('/measure/:name', limited, async (c) => {
    const body = await jsonBody(c);
    return 'problem' in body ? body.problem : answer(c, { about: 'measure', name: c.req.param('name'), question: body.value }, measureQuestion);
  });

  app.get('/similarity', (c) => answer(c, { about: 'similarity', question: c.req.query() }, similarityQuestion));
  app.get('/network', (c) => answer(c, { about: 'network', question: c.req.query() }, networkQuestion));
  return app;
}

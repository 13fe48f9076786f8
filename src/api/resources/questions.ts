import type { Context } from 'hono';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { verbNamed, type Verb } from '../../app/verbs/index.ts';
import type { Place } from '../place.ts';
import { defineResource, type Group, type Resource } from '../resource.ts';
import { sendAnswer } from '../send-answer.ts';
import { formatAsked, TYPES, writeAnswer } from '../work/answer.ts';
import { jobSchema } from './jobs.ts';

/** The verbs of foedus as resources: each asked by its own schema, answered at once, as a file, or as a job. */

const PREFER = { Prefer: '`respond-async`: start a job and answer 202 with where it is watched' };

const asksForJob = (c: Context): boolean => /(^|,)\s*respond-async\s*(;|,|$)/.test(c.req.header('prefer') ?? '');

/** Answers a question that its schema takes. */
async function answer(verb: Verb, question: unknown, c: Context, { queue, jobs, workspace, today, ...place }: Place): Promise<Response> {
  if (verb.apart && asksForJob(c)) {
    const job = jobs.start(verb.name, question);
    c.header('Location', `/api/jobs/${job.id}`);
    c.header('Preference-Applied', 'respond-async');
    return c.json(job, 202);
  }
  const format = formatAsked(question);
  if (!verb.apart && format === 'json') {
    const { value } = await verb.run(question, { ...place, workspace, today, catalog: () => place.catalog });
    return c.json(value);
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'foedus-answer-'));
  const remove = (): void => void rm(folder, { recursive: true, force: true });
  try {
    if (verb.apart) {
      const work = { workspace, folder, verb: verb.name, question, today: today() };
      return await sendAnswer(c, await queue.answer(work, { signal: c.req.raw.signal }), remove);
    }
    const found = await verb.run(question, { ...place, workspace, today, catalog: () => place.catalog });
    return await sendAnswer(c, await writeAnswer(found, format, folder), remove);
  } catch (error) {
    remove();
    throw error;
  }
}

const NONE = z.object({});

interface Asked {
  readonly group: Group;
  readonly id: string;
  /** As in `/measure/{name}`; the verb's name when left out. */
  readonly path?: string;
  /** Parts of the question that stand in the path. */
  readonly parts?: z.ZodObject;
}

interface AskedByQuery extends Omit<Asked, 'parts'> {
  readonly parts?: z.ZodType<Readonly<Record<string, unknown>>>;
}

function verbOf(name: string): Verb {
  const verb = verbNamed(name);
  if (verb === undefined) throw new Error(`there is no verb ${name}`);
  return verb;
}

/** A verb whose question is the body of a POST. */
export function posted(name: string, { group, id, path: at = `/${name}`, parts = NONE }: Asked): Resource {
  const verb = verbOf(name);
  const body = z.strictObject(Object.fromEntries(Object.entries(verb.input.shape).filter(([part]) => !Object.hasOwn(parts.shape, part))));
  return defineResource({
    method: 'POST',
    path: at,
    id,
    group,
    summary: verb.summary,
    ...(verb.description !== undefined && { description: verb.description }),
    ...(verb.apart && { headers: PREFER }),
    asks: { body, parts },
    answer: verb.answer,
    files: verb.files.map((format) => TYPES[format]),
    ...(verb.apart && { also: { 202: jobSchema }, problems: [503, 504] }),
    handle: ({ body: asked, parts: named }, c, place) => answer(verb, { ...asked, ...named }, c, place),
  });
}

/** A verb whose question stands in the query of a GET. */
export function queried(
  name: string,
  { group, id, path: at = `/${name}`, parts = NONE }: AskedByQuery,
  query: z.ZodType<Readonly<Record<string, unknown>>>,
): Resource {
  const verb = verbOf(name);
  return defineResource({
    method: 'GET',
    path: at,
    id,
    group,
    summary: verb.summary,
    ...(verb.description !== undefined && { description: verb.description }),
    asks: { query, parts },
    answer: verb.answer,
    files: verb.files.map((format) => TYPES[format]),
    ...(verb.apart && { problems: [503, 504] }),
    handle: ({ query: asked, parts: named }, c, place) => answer(verb, { ...asked, ...named }, c, place),
  });
}

import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import { page, pageOf, sendPage } from '../paging.ts';
import { problem } from '../problem.ts';
import { defineResource, type Resource } from '../resource.ts';
import { sendAnswer } from '../send-answer.ts';
import type { Job } from '../types.ts';
import { isOver } from '../work/jobs.ts';
import { unknown } from './kept.ts';

export const jobSchema = z
  .object({
    id: z.string(),
    verb: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'stopped']),
    started: z.string().describe('UTC'),
    seconds: z.number(),
    done: z.number(),
    total: z.number().describe('0 while it is not known'),
    seconds_left: z.number().nullable(),
    problem: z
      .object({
        type: z.string(),
        title: z.string(),
        status: z.int(),
        detail: z.string(),
        hints: z.array(z.string()).exactOptional(),
      })
      .exactOptional()
      .describe('Where it failed'),
  })
  .meta({ id: 'Job' }) satisfies z.ZodType<Job>;

const named = z.object({ id: z.string().regex(/^[\w-]{12}$/, 'is no job') });

/** How often a stream says that it is there, in milliseconds. */
const HEARTBEAT = 15_000;

export const jobResources: readonly Resource[] = [
  defineResource({
    method: 'GET',
    path: '/jobs',
    id: 'listJobs',
    group: 'jobs',
    summary: 'Long work that runs, waits or is over, the newest first',
    asks: { query: z.strictObject(page) },
    answer: pageOf(jobSchema),
    handle: ({ query }, c, { jobs }) => sendPage(c, jobs.list(), query),
  }),
  defineResource({
    method: 'GET',
    path: '/jobs/{id}',
    id: 'getJob',
    group: 'jobs',
    summary: 'How far a job is',
    asks: { parts: named },
    answer: jobSchema,
    problems: [404],
    handle: ({ parts: { id } }, c, { jobs }) => {
      const job = jobs.get(id);
      c.header('Cache-Control', 'no-store');
      return job === undefined ? unknown(c, 'job', id) : c.json(job);
    },
  }),
  defineResource({
    method: 'GET',
    path: '/jobs/{id}/events',
    id: 'watchJob',
    group: 'jobs',
    summary: 'A job as it goes on, as server-sent events',
    description: 'Events are called after the state of the job, and hold it; the stream ends with the job.',
    asks: { parts: named },
    files: ['text/event-stream'],
    problems: [404],
    handle: ({ parts: { id } }, c, { jobs }) => {
      if (jobs.get(id) === undefined) return unknown(c, 'job', id);
      return streamSSE(c, async (stream) => {
        await new Promise<void>((resolve) => {
          const beat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT);
          let leave = (): void => undefined;
          const end = (): void => {
            clearInterval(beat);
            leave();
            resolve();
          };
          stream.onAbort(end);
          leave = jobs.watch(id, (job) => {
            const sent = stream.writeSSE({ event: job.state, data: JSON.stringify(job) });
            if (isOver(job)) void sent.then(end, end);
          });
        });
      });
    },
  }),
  defineResource({
    method: 'GET',
    path: '/jobs/{id}/answer',
    id: 'getJobAnswer',
    group: 'jobs',
    summary: 'What a job found, as the question itself would have been answered',
    asks: { parts: named },
    answer: z.looseObject({}),
    files: ['*/*'],
    problems: [404, 409],
    handle: ({ parts: { id } }, c, { jobs }) => {
      const job = jobs.get(id);
      if (job === undefined) return unknown(c, 'job', id);
      const found = jobs.answer(id);
      return found === undefined ? problem(c, 409, 'No answer', `The job is ${job.state}.`, { job }) : sendAnswer(c, found, () => undefined);
    },
  }),
  defineResource({
    method: 'DELETE',
    path: '/jobs/{id}',
    id: 'stopJob',
    group: 'jobs',
    summary: 'Stop a job; one that is over is forgotten with its answer',
    asks: { parts: named },
    status: 204,
    problems: [404],
    handle: ({ parts: { id } }, c, { jobs }) => (jobs.stop(id) ? c.body(null, 204) : unknown(c, 'job', id)),
  }),
];

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FAILED, problemOf } from '../problem.ts';
import type { Job } from '../types.ts';
import type { Answer } from './messages.ts';
import type { Queue } from './queue.ts';

/** Long work that is watched and can be stopped: who asked need not wait at the other end of a request. */
export interface Jobs {
  readonly start: (verb: string, question: unknown) => Job;
  /** The newest first. */
  readonly list: () => readonly Job[];
  readonly get: (id: string) => Job | undefined;
  /** Of a job that is done. */
  readonly answer: (id: string) => Answer | undefined;
  /** Stops it where it runs or waits, and forgets it where it does neither; false where there is none. */
  readonly stop: (id: string) => boolean;
  /** Hears of every change until the job is over; returns what ends the hearing. */
  readonly watch: (id: string, listener: (job: Job) => void) => () => void;
  readonly close: () => Promise<void>;
}

export interface JobsOptions {
  readonly queue: Queue;
  readonly workspace: string;
  readonly today: () => string;
  readonly fault: (report: string) => void;
  /** How long a job may take, in milliseconds; an hour when left out. */
  readonly limit?: number;
  /** How many are remembered; 50 when left out. */
  readonly remembered?: number;
}

interface Record {
  job: Job;
  answer?: Answer;
  folder?: string;
  readonly began: number;
  readonly stop: AbortController;
  readonly listeners: Set<(job: Job) => void>;
}

const OVER: readonly Job['state'][] = ['done', 'failed', 'stopped'];

/** Whether nothing of a job changes any more. */
export const isOver = ({ state }: Job): boolean => OVER.includes(state);

export function createJobs({ queue, workspace, today, fault, limit = 3_600_000, remembered = 50 }: JobsOptions): Jobs {
  const records = new Map<string, Record>();

  function change(record: Record, news: Partial<Job>): void {
    const seconds = (performance.now() - record.began) / 1000;
    const { done, total } = { ...record.job, ...news };
    const left = done > 0 && total > 0 ? (seconds / done) * (total - done) : null;
    record.job = { ...record.job, ...news, seconds, seconds_left: left };
    for (const listener of record.listeners) listener(record.job);
    if (isOver(record.job)) record.listeners.clear();
  }

  async function forget(id: string): Promise<void> {
    const record = records.get(id);
    records.delete(id);
    if (record?.folder !== undefined) await rm(record.folder, { recursive: true, force: true });
  }

  async function work(record: Record, verb: string, question: unknown): Promise<void> {
    try {
      const folder = await mkdtemp(path.join(tmpdir(), 'foedus-job-'));
      record.folder = folder;
      record.answer = await queue.answer(
        { workspace, folder, verb, question, today: today() },
        { signal: record.stop.signal, limit, onProgress: (done, total) => change(record, { state: 'running', done, total }) },
      );
      change(record, { state: 'done', done: record.job.total });
    } catch (error) {
      if (record.stop.signal.aborted) return change(record, { state: 'stopped' });
      const problem = problemOf(error);
      if (problem === undefined) fault(error instanceof Error ? (error.stack ?? error.message) : String(error));
      change(record, { state: 'failed', problem: problem ?? FAILED });
    }
  }

  return {
    start: (verb, question) => {
      const id = randomBytes(9).toString('base64url');
      const job: Job = { id, verb, state: 'waiting', started: new Date().toISOString(), seconds: 0, done: 0, total: 0, seconds_left: null };
      const record: Record = { job, began: performance.now(), stop: new AbortController(), listeners: new Set() };
      records.set(id, record);
      for (const [old, { job: one }] of records) if (records.size > remembered && isOver(one)) void forget(old);
      void work(record, verb, question);
      return job;
    },
    list: () => [...records.values()].map(({ job }) => job).reverse(),
    get: (id) => records.get(id)?.job,
    answer: (id) => records.get(id)?.answer,
    stop: (id) => {
      const record = records.get(id);
      if (record === undefined) return false;
      if (isOver(record.job)) void forget(id);
      else record.stop.abort();
      return true;
    },
    watch: (id, listener) => {
      const record = records.get(id);
      if (record === undefined) return () => undefined;
      listener(record.job);
      if (!isOver(record.job)) record.listeners.add(listener);
      return () => void record.listeners.delete(listener);
    },
    close: async () => {
      for (const { stop } of records.values()) stop.abort();
      await Promise.all([...records.keys()].map(forget));
    },
  };
}

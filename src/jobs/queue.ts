import { setTimeout } from 'node:timers/promises';
import { Queue } from 'bullmq';
import type { Chunk, Executor, Job } from './executor.ts';
import { connectRedis, QueueError, shownAddress } from './redis.ts';

/** What Redis carries: names alone. */
export interface ChunkName {
  /** Where the job's parts are, as its workers see it. */
  readonly folder: string;
  /** The job's id: chunks of another that was there before are not meant. */
  readonly job: string;
  readonly chunk: string;
}

/** One queue for all jobs, so that a worker serves whoever comes. */
export const QUEUE = 'cells';
export const PREFIX = 'foedus';

/** Chunks named ahead: enough for every worker to find the next at once, few enough that what is left over after a stop is little. */
const AHEAD = 200;
/** Milliseconds between two looks at what is kept: soon where something was, more and more seldom where nothing was. */
const LOOK = { soonest: 50, latest: 1000, growth: 1.5 };
/** ... after which chunks that are not kept are named again, in case Redis forgot them. */
const NAME_AGAIN = 1000;
/** ... after which it is said that nobody works. */
const ALONE = 5000;
/** ... that names not begun are taken back in, when the job is stopped. */
const TAKE_BACK = 2000;
/** Tries of a chunk by workers that cannot run it, or cannot keep it. */
const TRIES = 3;
/** Milliseconds between two of them. */
const AFTER = 250;

export interface QueueOptions {
  /** `redis://host:port` */
  readonly url: string;
  readonly folder: string;
  readonly job: string;
  /** Remarks: that nobody works, that Redis is away. */
  readonly onRemark?: (line: string) => void;
}

/**
 * Names chunks to workers (`serveQueue`) over BullMQ on Redis or Valkey, and looks for their parts. The parts alone say what is done: Redis
 * may be killed and come back empty, workers may be killed, and so may this process; what is not kept is named again.
 */
export function queue(options: QueueOptions): Executor {
  return {
    run: async <V>(job: Job<V>): Promise<void> => {
      const { url, onRemark } = options;
      const redis = await connectRedis(url);
      redis.on('close', () => onRemark?.(`Lost the queue at ${shownAddress(url)}; waiting for it.`));
      const names: Names = new Queue(QUEUE, { connection: redis, prefix: PREFIX });
      names.on('error', () => undefined);
      try {
        await dispatch(names, options, job);
      } finally {
        redis.removeAllListeners('close');
        redis.disconnect();
        await names.close();
      }
    },
  };
}

type Names = Queue<ChunkName>;

async function dispatch<V>(names: Names, { folder, job: id, onRemark }: QueueOptions, job: Job<V>): Promise<void> {
  const { parts, signal, onChunk } = job;
  const source = job.chunks[Symbol.iterator]();
  const open = new Map<string, Chunk>();
  const jobId = (chunk: string): string => `${id}-${chunk}`;
  const announce = async (chunks: readonly string[]): Promise<void> => {
    const opts = { removeOnComplete: true, attempts: TRIES, backoff: { type: 'fixed', delay: AFTER } };
    await names.addBulk(chunks.map((chunk) => ({ name: 'chunk', data: { folder, job: id, chunk }, opts: { ...opts, jobId: jobId(chunk) } })));
  };
  /** Chunks that no worker could run stay in Redis as failed. */
  const refused = async () => (await names.getFailed()).filter(({ data }) => data.job === id);

  await unlessStopped(
    refused().then((jobs) => Promise.all(jobs.map((one) => one.remove()))),
    signal,
  );
  const now = (): number => performance.now();
  let exhausted = false;
  let pause = LOOK.soonest;
  let named = now();
  let kept = now();
  const stopped = (): boolean => signal?.aborted === true;
  while (!stopped()) {
    const fresh: string[] = [];
    while (!exhausted && open.size < AHEAD) {
      const next = source.next();
      exhausted = next.done === true;
      if (next.done === true) break;
      open.set(next.value.name, next.value);
      fresh.push(next.value.name);
    }
    const again = now() - named > NAME_AGAIN;
    const asked = again ? [...open.keys()] : fresh;
    if (asked.length > 0) await unlessStopped(announce(asked), signal);
    const before = open.size;
    for (const [name, chunk] of open) {
      if (!parts.has(name)) continue;
      open.delete(name);
      onChunk?.(chunk);
    }
    if (open.size < before) kept = now();
    if (exhausted && open.size === 0) return;
    if (again) {
      named = now();
      await unlessStopped(refused().then(throwFirst), signal);
      if (now() - kept > ALONE && (await unlessStopped(names.getWorkersCount(), signal)) === 0) {
        onRemark?.("Nobody works for the queue: start 'foedus worker --queue URL', here or on other machines.");
        kept = Infinity;
      }
    }
    pause = open.size < before ? LOOK.soonest : Math.min(LOOK.latest, pause * LOOK.growth);
    await setTimeout(pause, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }
  const takeBack = Promise.allSettled([...open.keys()].map((chunk) => names.remove(jobId(chunk))));
  await Promise.race([takeBack, setTimeout(TAKE_BACK)]);
}

function throwFirst(jobs: readonly { readonly failedReason: string }[]): void {
  const [first] = jobs;
  if (first !== undefined) throw new QueueError(`no worker could run a part of the job: ${first.failedReason}`);
}

/** Waits for Redis, but not past the signal: undefined then. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (signal === undefined) return work;
  let stop = (): void => undefined;
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

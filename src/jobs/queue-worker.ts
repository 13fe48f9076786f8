import { Worker } from 'bullmq';
import { poolsAtHand, type OpenFunction } from './pools-at-hand.ts';
import { PREFIX, QUEUE, type ChunkName } from './queue.ts';
import { connectRedis, shownAddress } from './redis.ts';

export interface WorkerOptions {
  /** `redis://host:port` */
  readonly url: string;
  readonly threads: number;
  readonly open: OpenFunction;
  /** Milliseconds after which a worker that gives no sign has lost its chunks to others. */
  readonly lease: number;
  /** Milliseconds without work after which it ends; it waits on when left out. */
  readonly idle?: number;
  /** Ends it, once what is under way is done. */
  readonly signal: AbortSignal;
  /** Called when it waits for work. */
  readonly onReady?: () => void;
  readonly onChunk?: (name: ChunkName, cells: number) => void;
  readonly onRemark?: (line: string) => void;
}

/** Workers that one chunk may cost before it is given up. */
const MOST_LOST = 10;

/**
 * Runs chunks that `queue` names, until the signal comes or there has been nothing to do for too long. Results go to the job's parts, never
 * to Redis.
 * @returns how many chunks and cells it ran
 * @throws {QueueError} where no Redis can be used
 */
export async function serveQueue(options: WorkerOptions): Promise<{ readonly chunks: number; readonly cells: number }> {
  const { url, threads, open, lease, signal, onReady, onChunk, onRemark } = options;
  const redis = await connectRedis(url);
  redis.on('close', () => onRemark?.(`Lost the queue at ${shownAddress(url)}; waiting for it.`));
  const pools = poolsAtHand(open, threads);
  const ran = { chunks: 0, cells: 0 };
  let busy = 0;
  let last = performance.now();
  const runChunk = (name: ChunkName): Promise<void> =>
    pools.using(name, async ({ job, pool }) => {
      if (job.parts.has(name.chunk)) return;
      const { cells } = job.chunk(name.chunk);
      await job.parts.put(name.chunk, (await pool.run(cells)).results);
      ran.chunks += 1;
      ran.cells += cells.length;
      onChunk?.(name, cells.length);
    });
  const worker = new Worker<ChunkName>(
    QUEUE,
    async ({ data }) => {
      busy += 1;
      try {
        await runChunk(data);
      } finally {
        busy -= 1;
        last = performance.now();
      }
    },
    // One chunk more than threads waits ready, so that none stands idle.
    { connection: redis, prefix: PREFIX, concurrency: threads + 1, lockDuration: lease, stalledInterval: lease / 2, maxStalledCount: MOST_LOST },
  );
  worker.on('error', () => undefined);
  worker.on('ready', () => onReady?.());
  worker.on('failed', (_, error) => onRemark?.(error.message));
  await ended(signal, () => options.idle !== undefined && busy === 0 && performance.now() - last > options.idle);
  await worker.close();
  await pools.close();
  redis.removeAllListeners('close');
  redis.disconnect();
  return ran;
}

/** Milliseconds between two looks whether there is still something to do. */
const LOOK = 100;

async function ended(signal: AbortSignal, isIdle: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearInterval(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setInterval(() => isIdle() && finish(), LOOK);
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}

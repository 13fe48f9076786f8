import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A queue that cannot be used, in a line for the user: no Redis there, or one that may forget. */
export class QueueError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'QueueError';
  }
}

/** Milliseconds to wait for a first answer, and between two tries to connect again. */
const FIRST_ANSWER = 5000;
const SLOWEST_RETRY = 2000;
/** ... in which a Redis that is just being started anew may come back, when it was never reached before. */
const COMES_BACK = 2500;
const SOON = 100;

/** The address without its password. */
export function shownAddress(url: string): string {
  return url.replace(/^(rediss?:\/\/)[^@/]*@/, '$1');
}

/**
 * Connects to Redis or Valkey. Once connected, a connection lost is sought again until it is closed, and commands wait for it.
 * @param url `redis://host:port`, `rediss://user:password@host:port/db`
 * @throws {QueueError} where the address is none, nobody answers there, or it may drop keys when its memory is full
 */
export async function connectRedis(url: string): Promise<Redis> {
  const shown = shownAddress(url);
  if (!/^rediss?:\/\/[^\s]+$/.test(url)) throw new QueueError(`'${shown}' is no address of a queue; write redis://host:port.`);
  let known = false;
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    connectTimeout: FIRST_ANSWER,
    retryStrategy: (times: number) => (known ? Math.min(100 * times, SLOWEST_RETRY) : null),
  });
  // Without a listener a connection lost would end the process.
  let last: Error | undefined;
  redis.on('error', (error: Error) => (last = error));
  try {
    await connectSoon(redis, () => codeOf(last) !== 'ENOTFOUND');
    known = true;
    await checkPolicy(redis, shown);
    return redis;
  } catch (error) {
    // One that never came about has nothing to close, and would keep the process for two seconds.
    if (redis.status !== 'end') redis.disconnect();
    if (error instanceof QueueError) throw error;
    const reason = last ?? error;
    const code = codeOf(reason);
    const why =
      code === 'ECONNREFUSED'
        ? 'nobody listens there'
        : code === 'ENOTFOUND'
          ? 'there is no such host'
          : reason instanceof Error
            ? reason.message
            : String(reason);
    throw new QueueError(`no Redis at ${shown}: ${why}. Start one with 'redis-server', or check the address.`, { cause: error });
  }
}

/** Connects, tried again for a moment while there is hope: who starts while Redis does should not have to be started twice. */
async function connectSoon(redis: Redis, hopeful: () => boolean): Promise<void> {
  const until = performance.now() + COMES_BACK;
  for (;;) {
    try {
      return await redis.connect();
    } catch (error) {
      if (performance.now() > until || !hopeful()) throw error;
      await setTimeout(SOON);
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** A queue must not lose names when memory is short. */
async function checkPolicy(redis: Redis, shown: string): Promise<void> {
  const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
  if (policy === undefined || policy === 'noeviction') return;
  throw new QueueError(
    `the Redis at ${shown} drops keys when its memory is full (maxmemory-policy ${policy}); set it to noeviction: redis-cli config set maxmemory-policy noeviction`,
  );
}

import { QueueError } from '../../jobs/redis.ts';
import { UserError } from '../user-error.ts';

/** What is wrong with a queue, as a mistake to be put right: no Redis there, or one that may forget. */
export async function orQueueFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueueError) throw new UserError(error.message, [], { cause: error });
    throw error;
  }
}

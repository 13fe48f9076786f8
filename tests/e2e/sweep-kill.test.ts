import { it } from 'vitest';
import { sweepThroughKills } from '../support/queued-sweep.ts';

it('a worker, Redis and the coordinator killed, each once: no cell is lost, none is counted twice', async () => {
  await sweepThroughKills({ cells: 200, ms: 8, chunk: 4 }, [
    { who: 'worker', at: 0.1 },
    { who: 'redis', at: 0.3 },
    { who: 'coordinator', at: 0.5 },
  ]);
}, 180_000);

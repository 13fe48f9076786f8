import { describe, expect, it } from 'vitest';
import type { assessTreaty } from '../../src/app/assess.ts';
import type { bootstrapInThreads } from '../../src/app/bootstrap-threads.ts';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { fit } from '../../src/core/estimate/fit.ts';
import { logisticDraw } from '../support/simulated-games.ts';
import { simulated } from '../support/simulated-fits.ts';

/** A file of the compiled program: from sources there are no threads. */
const compiled = async <T>(file: string): Promise<T> => import(new URL(`../../dist/app/${file}.js`, import.meta.url).href);

interface Bootstraps {
  readonly bootstrapInThreads: typeof bootstrapInThreads;
}
interface Assesses {
  readonly assessTreaty: typeof assessTreaty;
}

describe('a bootstrap shared out to threads', () => {
  it('has the same digits on one, two and three', async () => {
    const { bootstrapInThreads } = await compiled<Bootstraps>('bootstrap-threads');
    const table = simulated(6_000, 2, 'bootstrap', ([a = 0, b = 0], rng) => ({ y: 0.5 * a - b + logisticDraw(rng) > 0 ? 1 : 0 }));
    const request = { model: 'logit', formula: 'y ~ x1 + x2' } as const;
    const question = { request, table, draws: 101, seed: 3 };
    const [one, ...more] = await Promise.all([1, 2, 3].map((most) => bootstrapInThreads(fit(request, table), question, most)));
    expect(one?.draws).toBe(101);
    expect(one?.failed).toBe(0);
    for (const other of more) expect(other).toEqual(one);
  });
});

describe('draws of an assessment shared out to threads', () => {
  const treaty = loadCatalog().treaties.find(({ id }) => id === 'nato');
  if (treaty === undefined) throw new Error('no nato');
  const request = { treaty, date: '2025-06-01', contingencies: ['russia-estonia', 'russia-poland'], draws: 1250, seed: 1 } as const;

  it('have the same digits on one and two, and tell how far they are', async () => {
    const { assessTreaty } = await compiled<Assesses>('assess');
    const [one, two] = [[], []] as [number[], number[]];
    const alone = await assessTreaty({ ...request, threads: 1, onProgress: (done) => void one.push(done) });
    const shared = await assessTreaty({ ...request, threads: 2, onProgress: (done) => void two.push(done) });
    expect(shared).toEqual(alone);
    for (const told of [one, two]) {
      expect(told.at(-1)).toBe(request.draws);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
    }
    // Each thread ends with five draws, not ten.
    expect(two).not.toEqual(one);
  });

  it.each([1, 2])('end where they are stopped, on %i', async (threads) => {
    const { assessTreaty } = await compiled<Assesses>('assess');
    const stop = new AbortController();
    let told = 0;
    const onProgress = (done: number): void => {
      told = done;
      stop.abort();
    };
    await expect(assessTreaty({ ...request, threads, onProgress, signal: stop.signal })).rejects.toThrow('the assessment was stopped.');
    expect(told).toBeLessThan(request.draws / 2);
  });
});

import { describe, expect, it } from 'vitest';
import type { bootstrapInThreads } from '../../src/app/bootstrap-threads.ts';
import { fit } from '../../src/core/estimate/fit.ts';
import { logisticDraw } from '../support/simulated-games.ts';
import { simulated } from '../support/simulated-fits.ts';

interface Built {
  readonly bootstrapInThreads: typeof bootstrapInThreads;
}

/** The compiled file: from sources there are no threads. */
const built: Built = await import(new URL('../../dist/app/bootstrap-threads.js', import.meta.url).href);

describe('a bootstrap shared out to threads', () => {
  it('has the same digits on one, two and three', async () => {
    const table = simulated(6_000, 2, 'bootstrap', ([a = 0, b = 0], rng) => ({ y: 0.5 * a - b + logisticDraw(rng) > 0 ? 1 : 0 }));
    const request = { model: 'logit', formula: 'y ~ x1 + x2' } as const;
    const question = { request, table, draws: 101, seed: 3 };
    const [one, ...more] = await Promise.all([1, 2, 3].map((most) => built.bootstrapInThreads(fit(request, table), question, most)));
    expect(one?.draws).toBe(101);
    expect(one?.failed).toBe(0);
    for (const other of more) expect(other).toEqual(one);
  });
});

import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../src/app/load-catalog.ts';
import { worldOf } from '../../../src/app/world.ts';
import { completeEvent } from '../../../src/core/law/event.ts';
import { createLaw } from '../../../src/core/law/law.ts';

const catalog = loadCatalog();
const world = worldOf(catalog);
const law = createLaw(catalog.treaties, world);

describe('the matrix of the whole world says what single triggers say', () => {
  it.each(['1816-01-01', '1888-01-01', '1914-07-28', '1939-09-01', '1962-10-22', '1985-01-01', '2025-01-01'])('%s', (date) => {
    const matrix = law.matrix(date);
    let pairs = 0;
    matrix.states.forEach((attacker, a) => {
      matrix.states.forEach((target, t) => {
        if (a === t) return;
        const completed = completeEvent({ attackers: [attacker], target, date }, world);
        if (!completed.ok) throw new Error(completed.problem.message);
        const one = law.trigger(completed.event).duties.map(({ state, action, toward, treaty, article }) => [state, action, toward, treaty, article].join(' '));
        const all = matrix
          .duties(a, t)
          .flatMap(({ states, action, toward, treaty, article }) => states.map((state) => [state, action, toward, treaty, article].join(' ')));
        // Joined to one string: comparing ten thousand arrays is what would make this slow.
        if (all.toSorted().join() !== one.toSorted().join()) expect(all.toSorted()).toEqual(one.toSorted());
        pairs += 1;
      });
    });
    expect(pairs).toBe(matrix.states.length * (matrix.states.length - 1));
  });
});

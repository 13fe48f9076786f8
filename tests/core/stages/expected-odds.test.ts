import { describe, expect, it } from 'vitest';
import { expectedOdds, fillDecay, oddsInputs, ODDS_NODES } from '../../../src/core/stages/expected-odds.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { enumeratedOdds } from '../../../src/core/models/crisis/enumerate.ts';

/** A made-up war: strengths from a millionth to a third of the world's. */
function warOf(label: number, joiners: number) {
  const rng = createRng('odds', label);
  const war = oddsInputs(joiners);
  const decay = new Float64Array(joiners * ODDS_NODES);
  const strength = (): number => 10 ** (-6 + 5.5 * rng.next());
  war.target = strength();
  war.challenger = strength();
  war.joiners = joiners;
  war.allies = Math.ceil(joiners * rng.next());
  for (let i = 0; i < joiners; i++) {
    war.strength[i] = strength();
    war.chance[i] = rng.next() ** 3;
    war.row[i] = i * ODDS_NODES;
    fillDecay(decay, i * ODDS_NODES, war.strength[i] ?? 0);
  }
  return { war, decay };
}

describe('expected odds on a shared grid', () => {
  it("are those over all coalitions, with everybody's gain", () => {
    let [apart, gainsApart] = [0, 0];
    for (let label = 0; label < 300; label++) {
      const { war, decay } = warOf(label, 1 + (label % 10));
      const { target, challenger, joiners, allies, strength, chance, gain } = war;
      const exact = enumeratedOdds(
        target,
        challenger,
        Array.from({ length: joiners }, (_, i) => ({ strength: strength[i] ?? 0, forTarget: i < allies })),
        1,
      ).at(chance, false);
      apart = Math.max(apart, Math.abs(expectedOdds(war, decay, true) - (1 - exact.value)));
      for (let i = 0; i < joiners; i++) gainsApart = Math.max(gainsApart, Math.abs((gain[i] ?? 0) + (exact.gradient[i] ?? 0)));
    }
    expect(apart).toBeLessThan(1e-4);
    expect(gainsApart).toBeLessThan(1e-3);
  });

  it('are the share of strength where nobody may come, and even where nobody is strong', () => {
    const war = oddsInputs(0);
    war.target = 0.2;
    war.challenger = 0.1;
    expect(expectedOdds(war, new Float64Array(0), true)).toBeCloseTo(2 / 3, 4);
    war.target = 0;
    war.challenger = 0;
    expect(expectedOdds(war, new Float64Array(0), true)).toBe(0.5);
  });
});

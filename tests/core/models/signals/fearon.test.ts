import { describe, expect, it } from 'vitest';
import { signalingEquilibria } from '../../../../src/core/models/signals/fearon.ts';

describe('tying hands and sinking costs', () => {
  it('uniform types, p = .5, c = .3: cutoffs .15 and .60, m* = .36, war risk .34 and .16 (Fearon 1997)', () => {
    const { tied, sunk, undeterred } = signalingEquilibria({ win: 0.5, defenderCost: 0.3 });
    expect(undeterred).toBeCloseTo(0.4, 12);
    expect(tied.cutoff).toBeCloseTo(0.15, 12);
    expect(tied.war).toBeCloseTo(0.34, 12);
    expect(sunk.cutoff).toBeCloseTo(0.6, 12);
    expect(sunk.signal).toBeCloseTo(0.36, 12);
    expect(sunk.war).toBeCloseTo(0.16, 12);
  });

  it('payoffs before types are known, worked by hand: .289, .064 and .109 without signals', () => {
    const { tied, sunk, silent } = signalingEquilibria({ win: 0.5, defenderCost: 0.3 });
    // ∫ .8 v − .12 from .15 to 1; ∫ .8 v − .48 from .6 to 1; .15 · ½ + .85 ∫ .5 v − .3 from .6 to 1.
    expect(tied.defender).toBeCloseTo(0.4 * (1 - 0.0225) - 0.12 * 0.85, 12);
    expect(sunk.defender).toBeCloseTo(0.4 * 0.64 - 0.48 * 0.4, 12);
    expect(silent.defender).toBeCloseTo(0.075 + 0.85 * 0.04, 12);
    expect(silent.challenge).toBeCloseTo(0.85, 12);
  });

  it('rejects what is no chance and no cost', () => {
    expect(() => signalingEquilibria({ win: 1, defenderCost: 0.3 })).toThrow(RangeError);
    expect(() => signalingEquilibria({ win: 0.5, defenderCost: -0.1 })).toThrow(RangeError);
  });
});

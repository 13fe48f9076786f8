import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signalingEquilibria } from '../../../../src/core/models/signals/fearon.ts';

const unit = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('tying hands and sinking costs', () => {
  it('leaders do better tying hands than sinking costs, at a greater risk of war (Fearon 1997)', () => {
    fc.assert(
      fc.property(unit, unit, unit, (win, defenderCost, challengerCost) => {
        const { tied, sunk } = signalingEquilibria({ win, defenderCost, challengerCost });
        expect(tied.defender).toBeGreaterThanOrEqual(sunk.defender - 1e-12);
        expect(tied.war).toBeGreaterThanOrEqual(sunk.war - 1e-12);
      }),
    );
  });

  it('nobody gains by signaling otherwise, and whoever signals fights', () => {
    fc.assert(
      fc.property(unit, unit, unit, unit, (win, defenderCost, challengerCost, value) => {
        const { tied, sunk, undeterred: q } = signalingEquilibria({ win, defenderCost, challengerCost });
        const war = win * value - defenderCost;
        const [audience = 0, spent = 0] = [tied.signal, sunk.signal];
        if (tied.signal !== undefined) {
          const signaling = (1 - q) * value + q * Math.max(war, -audience);
          if (value > tied.cutoff + 1e-9) expect(war).toBeGreaterThanOrEqual(-audience);
          expect(signaling * Math.sign(value - tied.cutoff)).toBeGreaterThanOrEqual(-1e-9);
        }
        if (sunk.signal !== undefined) {
          // Silent, it is challenged, and yields or fights as it likes.
          const gain = (1 - q) * value + q * Math.max(war, 0) - spent - Math.max(war, 0);
          expect(gain * Math.sign(value - sunk.cutoff)).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { banzhaf } from '../../../src/core/measures/banzhaf.ts';
import { balanceOfPower } from '../../../src/core/measures/niou-ordeshook-rose.ts';
import { weightedVote } from '../../../src/core/measures/voting-game.ts';

const resources = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });

describe('essential states', () => {
  it('are those with any voting power in the majority game of their resources', () => {
    fc.assert(
      fc.property(resources, (r) => {
        const R = r.reduce((sum, value) => sum + value, 0);
        const power = banzhaf(weightedVote(r, Math.floor(R / 2) + 1));
        expect(balanceOfPower(r).essential).toEqual(power.map(({ swings }) => swings > 0n));
      }),
    );
  });

  it('do not depend on the unit, and a stronger state is essential where a weaker one is', () => {
    fc.assert(
      fc.property(resources, fc.integer({ min: 2, max: 9 }), (r, unit) => {
        const { essential, minimalWinning } = balanceOfPower(r);
        expect(balanceOfPower(r.map((value) => value * unit))).toMatchObject({ essential, minimalWinning });
        r.forEach((weaker, i) => r.forEach((stronger, j) => stronger >= weaker && essential[i] === true && expect(essential[j]).toBe(true)));
      }),
    );
  });
});

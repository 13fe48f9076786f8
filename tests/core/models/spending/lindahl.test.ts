import { describe, expect, it } from 'vitest';
import { autarky } from '../../../../src/core/models/spending/autarky.ts';
import { lindahl } from '../../../../src/core/models/spending/lindahl.ts';
import { HUB, OLSON_ZECKHAUSER, pact, total } from './games.ts';

describe('the efficient allocation', () => {
  it('of a pure public good: total 90 for y = (100, 60, 20), α = ½, paid in proportion to αy', () => {
    const found = lindahl(OLSON_ZECKHAUSER);
    expect(found.total).toBeCloseTo(90, 6);
    [50, 30, 10].forEach((expected, i) => expect(found.payments[i]).toBeCloseTo(expected, 6));
    expect(found.prices.map(([price]) => price)).toEqual([5 / 9, 3 / 9, 1 / 9].map((price) => expect.closeTo(price, 8)));
    expect(found).toMatchObject({ method: 'interior-point', converged: true, warnings: [] });
  });

  it("meets Samuelson's condition there: what all would give for a unit more adds up to its cost", () => {
    const { payments, security } = lindahl(OLSON_ZECKHAUSER);
    const rates = OLSON_ZECKHAUSER.members.map(({ income }, i) => (income - (payments[i] ?? 0)) / (security[i] ?? NaN));
    expect(total(rates)).toBeCloseTo(1, 8);
  });

  it('is autarky without spill-ins', () => {
    const found = lindahl(pact([100, 60, 20], 0.5, 0));
    [50, 30, 10].forEach((expected, i) => {
      expect(found.spending[i]).toBeCloseTo(expected, 6);
      expect(found.payments[i]).toBeCloseTo(expected, 6);
    });
  });

  it('of a hub spends in the hub, where it protects all, and the spokes pay for it', () => {
    const found = lindahl(HUB);
    [14, 0, 0, 0].forEach((expected, i) => expect(found.spending[i]).toBeCloseTo(expected, 6));
    [5, 3, 3, 3].forEach((expected, i) => expect(found.payments[i]).toBeCloseTo(expected, 6));
  });

  it('takes base security off what is paid', () => {
    // max t ln(g + (1 − α) b) − g alone: g = αy − (1 − α) b, the best response.
    expect(lindahl({ members: [{ income: 100, security_weight: 0.5, base: 20 }], spillins: [[0]] }).payments[0]).toBeCloseTo(40, 6);
    expect(lindahl({ members: [{ income: 100, security_weight: 0.5, base: -20 }], spillins: [[0]] }).payments[0]).toBeCloseTo(60, 6);
    expect(lindahl({ members: [{ income: 100, security_weight: 0.5, base: 200 }], spillins: [[0]] }).payments[0]).toBeCloseTo(0, 6);
  });

  it('can cost less than autarky where the threat takes security away: pooling is cheaper', () => {
    const threatened = pact([100, 100], 0.02, 1, { base: -4 });
    expect(lindahl(threatened).total).toBeLessThan(total(autarky(threatened)));
    expect(lindahl(threatened).payments[0]).toBeCloseTo(3.96, 2);
  });

  it('says where a member cannot pay for what the threat requires', () => {
    expect(lindahl({ members: [{ income: 10, security_weight: 0.1, base: -20 }], spillins: [[0]] }).warnings[0]).toMatch(/^Member 1/);
  });
});

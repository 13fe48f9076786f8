import { describe, expect, it } from 'vitest';
import { quotaMet, type Bloc } from '../../../../src/core/models/ratification/body-vote.ts';
import { thresholdOf, votesNeeded } from '../../../../src/core/models/ratification/quota.ts';

const full = { attendance: 1, abstention: 0 };
const one: readonly Bloc[] = [{ seats: 3, yes: 0.5 }];

describe('a quota in whole votes', () => {
  // US Senate: 67 of 100 present. Philippines: 16 of 24 Senators. Bundestag 2025, article 79: 420 of 630. UN Charter, article 18: 129 of 193.
  it.each([
    ['2/3', 100, 67],
    ['2/3', 24, 16],
    ['2/3', 630, 420],
    ['2/3', 193, 129],
    ['1/2+', 100, 51],
    ['1/2+', 101, 51],
    ['1/2', 100, 50],
    ['all', 31, 31],
  ])('%s of %i is %i', (share, seats, needed) => {
    expect(votesNeeded(thresholdOf(share), seats)).toBe(needed);
  });

  it.each(['3/2', 'most', '2/0', ''])("'%s' is no share", (share) => {
    expect(() => thresholdOf(share)).toThrow(RangeError);
  });
});

describe('a vote of three, each for it by chance ½', () => {
  it.each([
    // Two or three of three.
    ['1/2+', 'members', full, 0.5],
    ['2/3', 'members', full, 0.5],
    ['all', 'members', full, 0.125],
    // The absent count against: each says yes with chance ¼.
    ['1/2+', 'members', { attendance: 0.5, abstention: 0 }, 10 / 64],
    // Of the votes cast, more yes than no: (1 − P(tie))/2; P(tie) = 1/8 + 3·2·(1/2)(1/16) = 5/16.
    ['1/2+', 'votes-cast', { attendance: 0.5, abstention: 0 }, 11 / 32],
    // Ties but the one of nobody.
    ['1/2', 'votes-cast', { attendance: 0.5, abstention: 0 }, 17 / 32],
    // Nobody against, but somebody there: (3/4)³ − (1/2)³.
    ['all', 'votes-cast', { attendance: 0.5, abstention: 0 }, 19 / 64],
    // All present, half abstain, which counts against: as of members.
    ['1/2+', 'present', { attendance: 1, abstention: 0.5 }, 10 / 64],
    ['1/2+', 'votes-cast', { attendance: 1, abstention: 0.5 }, 11 / 32],
  ] as const)('%s of %s, %o', (share, of, turnout, p) => {
    expect(quotaMet(one, thresholdOf(share), of, turnout, 'exact')).toBeCloseTo(p, 12);
  });
});

describe('parties with chances of their own', () => {
  it('count as independent members do', () => {
    // P(both of two at .9, or one and the third at .2): .81·.8·... by hand: P(≥2 of 3).
    const p = 0.81 * 0.8 + 0.81 * 0.2 + 2 * 0.9 * 0.1 * 0.2;
    const blocs = [
      { seats: 2, yes: 0.9 },
      { seats: 1, yes: 0.2 },
    ];
    expect(quotaMet(blocs, thresholdOf('2/3'), 'members', full, 'exact')).toBeCloseTo(p, 12);
  });

  it('are counted by the normal approximation near enough in a large body', () => {
    const blocs = [
      { seats: 208, yes: 0.75 },
      { seats: 422, yes: 0.45 },
    ];
    const turnout = { attendance: 0.95, abstention: 0.03 };
    for (const of of ['members', 'present', 'votes-cast'] as const) {
      const [exact, normal] = (['exact', 'normal'] as const).map((method) => quotaMet(blocs, thresholdOf('1/2+'), of, turnout, method));
      expect(Math.abs((exact ?? NaN) - (normal ?? NaN))).toBeLessThan(0.01);
    }
  });
});

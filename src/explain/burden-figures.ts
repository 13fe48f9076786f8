import type { BurdenLedger } from '../core/assess/burden.ts';
import { CLOSENESS, contributionsOf, CRITERIA, EVEN, fairnessRanks, type MemberRank, type Weights } from '../core/assess/fairness.ts';
import type { PledgeReview } from '../core/assess/review.ts';
import type { Facts } from '../core/facts/facts.ts';
import { indicatorAt } from '../core/facts/indicators.ts';
import { createRng } from '../core/math/rng.ts';
import type { EffortFigure } from '../charts/effort.ts';
import type { PledgeFigure } from '../charts/pledge.ts';
import type { RanksFigure } from '../charts/ranks.ts';

type Name = (state: string) => string;

/** A pledge with its readings, beside those of the year in which it was agreed where the catalog has them. */
export function pledgeFigure(pledge: PledgeReview, agreed: string | undefined, facts: Facts, name: Name): PledgeFigure {
  const indicator = pledge.metric === 'equipment-share-of-defense' ? 'equipment-share' : 'defense-share';
  return {
    floor: 100 * (pledge.at_least ?? 0),
    members: pledge.readings.map(({ state, standing, value, year, note, source }) => {
      const before = agreed === undefined ? undefined : indicatorAt(facts.indicators, state, indicator, Number(agreed.slice(0, 4)), 1);
      return {
        state,
        name: name(state),
        standing,
        estimate: /estimate|forecast/.test(`${note ?? ''} ${source ?? ''}`) || (source?.includes('defexp') === true && year !== undefined && year >= 2024),
        ...(value !== undefined && { value: 100 * value }),
        ...(year !== undefined && { year }),
        ...(before !== undefined && before.year !== year && { before: { value: before.value, year: before.year } }),
      };
    }),
  };
}

/** "31 of 32 members meet the pledge." */
export function pledgeFinding({ members, floor }: PledgeFigure): string {
  const met = members.filter(({ standing }) => standing === 'met').length;
  const known = members.filter(({ standing }) => standing !== 'no-reading').length;
  const at = `${Number(floor.toPrecision(3))}%`;
  if (known === 0) return `No figure is known for any member against ${at}`;
  if (met === known) return known === members.length ? `All ${met} members are at ${at} or above` : `All ${met} members with a figure are at ${at} or above`;
  return met === 0 ? `No member is at ${at} yet` : `${met} of ${known} members are at ${at} or above`;
}

/** Sets of weights drawn about the chosen ones. */
const DRAWS = 1000;

/** Ranks by the weights chosen, and the places each member moved from the order by equal weights. */
export function ranksFigure(facts: Facts, members: readonly string[], date: string, since: number, weights: Weights, name: Name): RanksFigure {
  const contributions = contributionsOf(facts, members, date, since);
  const ranked = (by: Weights, draws: number): MemberRank[] =>
    fairnessRanks(contributions, by, { rng: createRng(1, 'fairness', date), draws, closeness: CLOSENESS });
  const even = new Map(ranked(EVEN, 0).map(({ state, rank }) => [state, rank]));
  return {
    members: ranked(weights, DRAWS).map(({ state, rank, half, most, lacks }) => ({
      state,
      name: name(state),
      rank,
      half,
      most,
      moved: (even.get(state) ?? rank) - rank,
      lacks: lacks.map((id) => CRITERIA[id].title),
    })),
  };
}

/** Whether the first and the last can be told apart from the rest, in a sentence. */
export function ranksFinding({ members }: RanksFigure): string {
  const order = members.toSorted((a, b) => a.rank - b.rank);
  const first = order[0];
  if (first === undefined) return 'No member has figures';
  const near = order.filter((one) => one !== first && one.most[0] < first.most[1]);
  const moved = members.filter((one) => one.moved !== 0).length;
  const lead =
    near.length === 0
      ? `${first.name} carries most under all weights near these`
      : `${first.name} carries most; ${near.length} ${near.length === 1 ? 'other' : 'others'} could, with weights a little different`;
  return moved === 0 ? lead : `${lead}; ${moved} changed places`;
}

export function effortFigure(ledger: BurdenLedger, name: Name): EffortFigure {
  return {
    members: ledger.members.map(({ state, gdp, share, nash, apart, efficient }) => ({
      state,
      name: name(state),
      paid: 100 * share,
      nash: (100 * nash) / gdp,
      apart: (100 * apart) / gdp,
      efficient: (100 * efficient) / gdp,
    })),
  };
}

/** How far the members' own choices fall short of what all together would choose. */
export function effortFinding({ gaps, members }: BurdenLedger): string {
  if (gaps === undefined || members.length === 0) return 'Too few members have figures to compare';
  const beyond = members.filter(({ defense, nash }) => defense > nash).length;
  return `${beyond} of ${members.length} pay more than they would choose by themselves`;
}

import type { ReadinessTier } from '../response/readiness.ts';

/**
 * Puts a share of a state's forces where they are needed: it is taken from the slowest tiers, and the forces stay as many as they were.
 * @param share of the state's forces, 0 to 1
 * @param days from the order until they act; 0 for forces in place
 */
export function withForwardForces(tiers: readonly ReadinessTier[], share: number, days = 0): ReadinessTier[] {
  let wanted = share;
  const kept = tiers
    .toSorted((a, b) => b.days - a.days)
    .map((tier) => {
      const moved = tier.days > days ? Math.min(tier.share, wanted) : 0;
      wanted -= moved;
      return { ...tier, share: tier.share - moved };
    })
    .filter((tier) => tier.share > 0)
    .toReversed();
  const moved = share - wanted;
  return moved > 0 ? [...kept, { share: moved, days }].toSorted((a, b) => a.days - b.days) : kept;
}

/**
 * Shortens the way of all that must still come: bases and stores are at hand, and an exercised movement runs as planned.
 * @param cuts shares of the days saved, each 0 to 1, one after the other
 */
export function hastened(tiers: readonly ReadinessTier[], ...cuts: readonly number[]): ReadinessTier[] {
  const left = cuts.reduce((factor, cut) => factor * (1 - cut), 1);
  return tiers.map((tier) => ({ ...tier, days: tier.days * left }));
}

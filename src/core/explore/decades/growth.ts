import type { WorldState } from './state.ts';
import { tell } from './state.ts';

/** Part of the share of power that military spending makes: one of three figures it is the mean of. */
const SPENDING_PART = 1 / 3;

/** The trend of shares left after a year, where so much of a decade's growth goes on in the next. */
export const yearlyPersistence = (decade: number): number => Math.max(0, decade) ** (1 / 10);

/**
 * Output and power. Output grows by the world's rate, the state's lead over it fading, and news common to all; shares of power by the trend and news of
 * each. Shares sum to what they summed to before.
 */
export function grow(world: WorldState): void {
  const { values, n, alive, share, trend, output, slump, streams, year, input } = world;
  const rng = streams.of(year, 'growth');
  const persistence = yearlyPersistence(values.get('growth.decade-persistence'));
  const shock = values.get('growth.shock');
  const mean = values.get('growth.output') / 100;
  const common = (rng.normal() * values.get('growth.common-shock')) / 100;
  let [before, after] = [0, 0];
  for (let i = 0; i < n; i++) {
    const news = rng.normal();
    if (alive[i] !== 1) continue;
    before += share[i] ?? 0;
    trend[i] = (trend[i] ?? 0) * persistence;
    const lead = trend[i] ?? 0;
    share[i] = (share[i] ?? 0) * Math.exp(lead + shock * news - (shock * shock) / 2);
    after += share[i] ?? 0;
    const lost = slump[i] ?? 0;
    slump[i] = lost * 0.75;
    output[i] = (output[i] ?? 0) * Math.exp(mean + common + lead) * (1 + (lost - (slump[i] ?? 0)) / 100);
  }
  if (year === input.start.year || after <= 0) return;
  for (let i = 0; i < n; i++) share[i] = ((share[i] ?? 0) * before) / after;
}

/** A fall of output of so many percent, three quarters of it left a year later; power falls by a third of it at once. */
export function downturn(world: WorldState, places: readonly number[], depth: number, because: string): void {
  for (const place of places) {
    world.output[place] = (world.output[place] ?? 0) * (1 - depth / 100);
    world.slump[place] = (world.slump[place] ?? 0) + depth;
    world.share[place] = (world.share[place] ?? 0) * (1 - depth / 100) ** SPENDING_PART;
  }
  tell(world, { kind: 'downturn', states: places.length > 12 ? [] : places, because: [because, `output −${depth} %`], byHand: true });
}

/** What a change of military spending does to power. */
export const powerOfSpending = (ratio: number): number => ratio ** SPENDING_PART;

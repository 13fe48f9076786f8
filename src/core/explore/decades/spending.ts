import { bestResponse } from '../../models/spending/best-response.ts';
import { pledgedResponse } from '../../models/spending/pledge.ts';
import type { Spender } from '../../models/spending/game.ts';
import { powerOfSpending } from './growth.ts';
import { tell, type WorldState } from './state.ts';

/** R: what the spending of allies is worth to a state, of the same money. */
function givenBy(world: Pick<WorldState, 'n' | 'pact' | 'output' | 'defense'>, place: number, spillin: number): number {
  const { n, pact, output, defense } = world;
  let sum = 0;
  for (let j = 0; j < n; j++) if (j !== place && (pact[place * n + j] ?? 0) > 0) sum += (output[j] ?? 0) * (defense[j] ?? 0);
  return Math.max(0, spillin) * sum;
}

/** α of each state with figures, at which its spending at the start is its best response to its allies'. */
export function readWeights(world: WorldState): void {
  const { n, output, defense, weight, values } = world;
  const spillin = values.get('spending.spillin');
  for (let i = 0; i < n; i++) {
    const y = output[i] ?? 0;
    if (y <= 0) continue;
    const given = givenBy(world, i, spillin);
    weight[i] = (y * (defense[i] ?? 0) + given) / (y + given);
  }
}

/** What a state does about pledges: as the spending game has it, or as a scenario says. */
export type Pledging = 'model' | 'met' | 'missed';

/**
 * A year of spending: each goes a part of the way to its best response to what allies spent the year before (both fitted: spending.spillin,
 * spending.adjustment), its weight of security raised by fresh crises, a pledge pulling at it with κ. Power follows, a third of it (growth.ts).
 */
export function spend(world: WorldState, pledging: Pledging): void {
  const { n, alive, output, defense, weight, fresh, share, values, treaties, year, series, input } = world;
  const spillin = values.get('spending.spillin');
  const pace = Math.min(1, Math.max(0.01, values.get('spending.adjustment')));
  const threat = Math.max(0, values.get('spending.threat'));
  const enforcement = pledging === 'missed' ? 0 : pledging === 'met' ? Infinity : Math.max(0, values.get('pledge.enforcement'));
  const floors = new Float64Array(n);
  const pledges = treaties.flatMap(({ pledge, members, name, id }) =>
    pledge === undefined ? [] : [{ ...pledge, name, treaty: id, bound: pledge.bound.filter((place) => members.includes(place)) }],
  );
  for (const { bound, atLeast } of pledges) for (const place of bound) floors[place] = Math.max(floors[place] ?? 0, atLeast);
  const next = defense.slice();
  let [money, whole] = [0, 0];
  for (let i = 0; i < n; i++) {
    const y = output[i] ?? 0;
    if (y <= 0 || alive[i] !== 1) continue;
    const alpha = Math.min(0.9, (weight[i] ?? 0) * (1 + threat * Math.min(3, fresh[i] ?? 0)));
    const member: Spender = { income: y, security_weight: alpha };
    const given = givenBy(world, i, spillin);
    const floor = (floors[i] ?? 0) * y;
    const wanted = floor > 0 ? pledgedResponse(member, given, floor, enforcement) : bestResponse(member, given);
    next[i] = (defense[i] ?? 0) + pace * (wanted / y - (defense[i] ?? 0));
    money += y * (next[i] ?? 0);
    whole += y;
  }
  for (let i = 0; i < n; i++) {
    const before = defense[i] ?? 0;
    if (before > 0 && (next[i] ?? 0) > 0) share[i] = (share[i] ?? 0) * powerOfSpending((next[i] ?? 0) / before);
    defense[i] = next[i] ?? 0;
    fresh[i] = (fresh[i] ?? 0) / 2;
  }
  const at = year - input.start.year;
  if (whole > 0) series.spending[at] = (100 * money) / whole;
  readPledges(world, pledges, at);
}

interface Due {
  readonly name: string;
  readonly treaty: string;
  readonly id: string;
  readonly article: string;
  readonly atLeast: number;
  readonly by: number;
  readonly bound: readonly number[];
}

/** Who meets what it pledged; the year it falls due is told state by state. Reputations do not count it: the clauses promise arms, not money. */
function readPledges(world: WorldState, pledges: readonly Due[], at: number): void {
  const { defense, output, year, series } = world;
  let [met, due] = [0, 0];
  for (const { bound, atLeast, by, id, article, name, treaty } of pledges) {
    for (const place of bound) {
      if ((output[place] ?? 0) <= 0) continue;
      const enough = (defense[place] ?? 0) >= atLeast - 1e-4;
      due++;
      if (enough) met++;
      if (year !== Math.max(by, world.input.start.year)) continue;
      const because = [`${id}: ${(100 * (defense[place] ?? 0)).toFixed(2)} % of output, ${(100 * atLeast).toFixed(1)} pledged`];
      tell(world, { kind: enough ? 'pledge-met' : 'pledge-missed', states: [place], treaty, treatyName: name, article, because });
    }
  }
  if (due > 0) series.pledges[at] = (100 * met) / due;
}

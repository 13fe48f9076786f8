import { contingenciesOn, type Contingency } from '../facts/contingencies.ts';
import type { Facts } from '../facts/facts.ts';
import type { World } from '../states/world.ts';
import { treatyAt } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';

/** The treaty's members on a date that exist then. */
export function membersOn(treaty: Treaty, date: string, world: World): readonly string[] {
  return [...new Set(treatyAt(treaty, date).parties.map(({ state }) => state))].filter((state) => world.existsOn(state, date));
}

/** How much hangs on a contingency: what the target would lose, as often as it comes; regular attacks before those below the threshold. */
const weight = ({ kind, intensity, loss, frequency }: Contingency): number =>
  loss.target_gdp.value * frequency.per_year.value * (kind === 'regular' && intensity !== 'below-threshold' ? 100 : 1);

/** The contingencies of a date that challenge a member, the weightiest first. */
export function contingenciesFor(facts: Facts, treaty: Treaty, date: string, world: World): readonly Contingency[] {
  const members = membersOn(treaty, date, world);
  return contingenciesOn(facts.contingencies, date)
    .filter(({ target }) => members.includes(target))
    .toSorted((a, b) => weight(b) - weight(a));
}

/** Contingencies of other dates on which they would challenge a member of the treaty while it stands, with a day to ask about. */
export function elsewhere(facts: Facts, treaty: Treaty, world: World): readonly { readonly contingency: Contingency; readonly date: string }[] {
  return facts.contingencies.flatMap((contingency) => {
    const start = [contingency.from, treaty.in_force ?? treaty.signed]
      .map((day) => `${day}-01-01`.slice(0, 10))
      .toSorted()
      .at(-1);
    if (start === undefined) return [];
    const date = `${start.slice(0, 4)}-12-31` > start ? `${start.slice(0, 4)}-12-31` : start;
    const asked = treaty.ended !== undefined && date >= treaty.ended.date ? [] : contingenciesOn([contingency], date);
    return asked.length > 0 && membersOn(treaty, date, world).includes(contingency.target) ? [{ contingency, date }] : [];
  });
}

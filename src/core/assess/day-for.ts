import type { Facts } from '../facts/facts.ts';
import type { World } from '../states/world.ts';
import type { Treaty } from '../treaty/schema.ts';
import { contingenciesFor, elsewhere } from './contingencies-for.ts';

/**
 * The day a treaty is assessed on when none is asked, which no clock tells but the data: the middle of the newest year with figures, or of the
 * last in which an ended treaty was in force; where no contingency challenges a member then, the latest day known on which one does.
 */
export function dayFor(treaty: Treaty, facts: Facts, world: World): string {
  const newest = Math.max(...facts.indicators.filter(({ indicator }) => indicator === 'gdp').map(({ year }) => year));
  const ended = treaty.ended?.date ?? '9999';
  const year = Math.min(newest, Number(ended.slice(0, 4)));
  const day = `${`${year}-07-01` < ended ? year : year - 1}-07-01`;
  if (contingenciesFor(facts, treaty, day, world).length > 0) return day;
  return (
    elsewhere(facts, treaty, world)
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? day
  );
}

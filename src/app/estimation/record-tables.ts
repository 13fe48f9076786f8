import type { Catalog } from '../../core/catalog.ts';
import { codeOf } from '../../core/atop/alliance.ts';
import { cowStates } from '../../core/atop/states.ts';
import { readDisputes } from '../../core/casus/disputes.ts';
import { challengerFirst, readWars, warOf } from '../../core/record/war-of-dispute.ts';
import { dayNumber, daysInMonth } from '../../core/states/dates.ts';
import { createRegistry } from '../../core/states/registry.ts';
import { rowsOf, type Row } from '../../core/table/table.ts';
import type { Store } from '../../data/store/store.ts';

/** Numbers of the disputes that became wars which, by COW's coding, originators of side B began. @throws {DataError} where a table is lacking */
export async function readTurnedDisputes(store: Store, { states }: Pick<Catalog, 'states'>): Promise<ReadonlySet<number>> {
  const mida = await store.read('gml', 'mida');
  const disputes = readDisputes(mida, await store.read('gml', 'midb'), cowStates(createRegistry(states)));
  const ends = new Map(rowsOf(mida).map((row) => [codeOf(row, 'dispnum3') ?? 0, lastDayOf(row)]));
  const wars = readWars(await store.read('war', 'participants'));
  const turned = disputes.filter((dispute) => challengerFirst(dispute, warOf(dispute, ends.get(dispute.id) ?? 0, wars)).turned);
  return new Set(turned.map(({ id }) => id));
}

/** The last day of a dispute as a count of days; what is unknown or impossible counts as late as can be. */
function lastDayOf(row: Row): number {
  const year = codeOf(row, 'endyear') ?? 0;
  const month = Math.min(12, codeOf(row, 'endmon') ?? 12);
  const last = daysInMonth(year, month);
  const two = (value: number): string => String(value).padStart(2, '0');
  return dayNumber(`${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(codeOf(row, 'endday') ?? last, last))}`);
}

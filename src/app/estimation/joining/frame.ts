import { codeOf } from '../../../core/atop/alliance.ts';
import { cowNumber, cowStates } from '../../../core/atop/states.ts';
import { readDisputes } from '../../../core/casus/disputes.ts';
import { joiningFrame, type JoiningFrame } from '../../../core/record/joining.ts';
import { promiseKinds } from '../../../core/record/promise-kinds.ts';
import { stateYears, type CapitalOf, type StateYears } from '../../../core/record/state-years.ts';
import { readWars } from '../../../core/record/war-of-dispute.ts';
import { dayNumber, isRealDate } from '../../../core/states/dates.ts';
import { nameKey, namingsOf } from '../../../core/states/names.ts';
import { createRegistry } from '../../../core/states/registry.ts';
import type { IsoDate, StateId } from '../../../core/states/types.ts';
import { tableFromRows } from '../../../core/table/from-rows.ts';
import { rowsOf, type Row, type Table } from '../../../core/table/table.ts';
import { readTable } from '../../../data/duck/read-table.ts';
import { readAtopTreaties } from '../../atop.ts';
import { onceOfStore } from '../once-of-store.ts';
import type { EstimationContext } from '../section.ts';

/** The tables the frame rests on, by source. */
export const JOINING_TABLES = [
  ['gml', 'mida'],
  ['gml', 'midb'],
  ['war', 'participants'],
  ['atop', 'phase'],
  ['atop', 'member'],
  ['atop', 'institutions'],
  ['atop', 'directed-dyad-year'],
  ['nmc', 'state-year'],
  ['cow-states', 'members'],
  ['contiguity', 'directed-spells'],
  ['distance', 'dyad-year'],
  ['majors', 'spells'],
  ['rivalry', 'tss'],
  ['nuclear', 'state-year'],
] as const;

const FIRST_YEAR = 1816;
const LAST_YEAR = 2010;

type Needs = Pick<EstimationContext, 'store' | 'catalog' | 'world'>;

/** Years of spells that the source dates by month: the calendar years they touch. */
const contiguityYears = (relation: string): string =>
  `(SELECT ccode1, ccode2, conttype, substr(stdate, 1, 4)::INTEGER AS "from", substr(enddate, 1, 4)::INTEGER AS "to" FROM ${relation} ORDER BY ccode1, ccode2, stdate)`;

const whole = (name: string): { readonly name: string; readonly kind: 'int16' } => ({ name, kind: 'int16' });

/** States with nuclear weapons, by COW number and year. */
function nuclearYears(table: Table, { catalog }: Needs, codes: (state: StateId, date: IsoDate) => number | undefined): Table {
  const byName = new Map(catalog.states.flatMap((state) => namingsOf(state).map(({ key }) => [key, state.id] as const)));
  const rows = rowsOf(table).flatMap((row): Row[] => {
    const year = codeOf(row, 'year') ?? 0;
    const state = byName.get(nameKey(String(row['state'])));
    const code = state === undefined ? undefined : codes(state, `${year}-12-31`);
    return codeOf(row, 'nuclear_weapons_possession') === 1 && code !== undefined ? [{ ccode: code, year }] : [];
  });
  return tableFromRows({ ccode: 'int16', year: 'int16' }, rows);
}

/** States and pairs by year, from the store. @throws {DataError} where a table is lacking */
export const readStateYears = onceOfStore(async (needs: Needs): Promise<StateYears> => {
  const { store, catalog, world } = needs;
  const registry = createRegistry(catalog.states);
  const codes = cowStates(registry);
  const tables = {
    members: await store.read('cow-states', 'members', ['ccode', 'styear', 'endyear']),
    capabilities: await store.read('nmc', 'state-year', ['ccode', 'year', 'cinc']),
    majors: await store.read('majors', 'spells', ['ccode', 'styear', 'endyear']),
    contiguity: await readTable(
      store.duck,
      contiguityYears(store.relation('contiguity', 'directed-spells')),
      ['ccode1', 'ccode2', 'conttype', 'from', 'to'].map(whole),
    ),
    distance: await store.read('distance', 'dyad-year', ['ccode1', 'ccode2', 'year', 'mindist']),
    rivalries: await store.read('rivalry', 'tss', ['ccode1', 'ccode2', 'start', 'end']),
    nuclear: nuclearYears(await store.read('nuclear', 'state-year', ['state', 'year', 'nuclear_weapons_possession']), needs, (state, date) =>
      cowNumber(world.state(state), date),
    ),
  };
  const capitalOf: CapitalOf = (code, year) => {
    const date = `${year}-07-01`;
    const state = codes.on(code, date);
    return state === undefined ? undefined : world.home(state, date);
  };
  return stateYears(tables, capitalOf, FIRST_YEAR, LAST_YEAR);
});

const two = (value: number): string => String(value).padStart(2, '0');

/** Last day of a dispute as a count of days; an unknown day counts as the last of the month. */
function endDay(row: Row): number {
  const [year, month, day] = [codeOf(row, 'endyear') ?? 0, codeOf(row, 'endmon') ?? 12, codeOf(row, 'endday') ?? 28];
  const full = `${year}-${two(month)}-${two(day)}`;
  return dayNumber(isRealDate(full) ? full : `${year}-12-28`);
}

/** The joining frame from the store. @throws {DataError} where a table is lacking */
export const readJoiningFrame = onceOfStore(async (context: Needs & Pick<EstimationContext, 'onProgress'>): Promise<JoiningFrame> => {
  const { store, catalog, world, onProgress } = context;
  const [mida, midb] = [await store.read('gml', 'mida'), await store.read('gml', 'midb')];
  const disputes = readDisputes(mida, midb, cowStates(createRegistry(catalog.states)));
  const ends = new Map(rowsOf(mida).map((row) => [codeOf(row, 'dispnum3') ?? 0, endDay(row)]));
  const hostility = new Map<string, number>();
  for (const row of rowsOf(midb)) {
    const key = `${codeOf(row, 'dispnum') ?? 0} ${codeOf(row, 'ccode') ?? 0}`;
    hostility.set(key, Math.max(hostility.get(key) ?? 0, codeOf(row, 'hostlev') ?? 0));
  }
  const [phase, member] = [await store.read('atop', 'phase'), await store.read('atop', 'member')];
  const institutions = store.has('atop', 'institutions') ? { institutions: await store.read('atop', 'institutions') } : {};
  return joiningFrame({
    disputes,
    endOf: (dispute) => ends.get(dispute) ?? 0,
    hostilityOf: (dispute, code) => hostility.get(`${dispute} ${code}`) ?? 0,
    wars: readWars(await store.read('war', 'participants')),
    treaties: (await readAtopTreaties(store, catalog)).all().map(({ treaty }) => treaty),
    kinds: promiseKinds({ phase, member, ...institutions }),
    states: await readStateYears(context),
    world,
    ...(onProgress !== undefined && { onProgress: (done: number, total: number) => onProgress(done, total, 'disputes put to the law') }),
  });
});

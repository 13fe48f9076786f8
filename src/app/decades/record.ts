import { codeOf } from '../../core/atop/alliance.ts';
import { cowStates } from '../../core/atop/states.ts';
import { startTreaties, UNIVERSAL } from '../../core/explore/decades/start-treaties.ts';
import type { DecadesStart, SeriesName, StartState } from '../../core/explore/decades/types.ts';
import type { StateYears } from '../../core/record/state-years.ts';
import { createRegistry } from '../../core/states/registry.ts';
import { rowsOf } from '../../core/table/table.ts';
import { readAtopTreaties } from '../atop.ts';
import { JOINING_TABLES, readStateYears } from '../estimation/joining/frame.ts';
import { dataVersions, type EstimationContext } from '../estimation/section.ts';

/** The tables a start from the record rests on. */
const RECORD_TABLES = [...JOINING_TABLES, ['gml', 'directed-dyad-year'], ['atop', 'alliance']] as const;

/** The last year for which the record has pairs of states. */
export const LAST_RECORD_YEAR = 2010;

type Needs = Pick<EstimationContext, 'store' | 'catalog' | 'world'>;

interface Place {
  readonly id: string;
  readonly first: number;
  last: number;
  /** Its COW number in the first year. */
  readonly code: number;
}

const SMALLEST = 1e-6;

/**
 * A start from the record on 1 January of a year: states, power, borders, rivalries and past disputes by the Correlates of War and GML, alliances by
 * ATOP. States that come to exist or cease to within the run do so when they did, with the power they had then: independence is not modeled.
 * @throws {RangeError} for a year the record does not have
 */
export async function startFromRecord(needs: Needs, year: number, years: number): Promise<DecadesStart> {
  const { store, catalog, world } = needs;
  if (year < 1817 || year > LAST_RECORD_YEAR) throw new RangeError(`the record has the years 1817 to ${LAST_RECORD_YEAR}, not ${year}`);
  const known = await readStateYears(needs);
  const places = statesBetween(known, year, Math.min(LAST_RECORD_YEAR, year + years - 1), cowStates(createRegistry(catalog.states)));
  const n = places.length;
  const placeOf = new Map(places.map(({ id }, place) => [id, place]));
  const codes = cowStates(createRegistry(catalog.states));
  const empty = (): number[] => new Array<number>(n * n).fill(0);
  const pairs = { km: empty(), capitalKm: empty(), touching: empty(), rivals: empty(), past: empty() };
  const states: StartState[] = places.map(({ id, first, last, code }) => {
    const one = known.of(first);
    const at = one.position(code);
    return {
      id,
      name: world.nameOf(id, `${first}-07-01`),
      share: Math.max(SMALLEST, one.cinc[at] ?? 0),
      major: known.of(year).major[known.of(year).position(code)] === 1,
      nuclear: known.of(year).nuclear[known.of(year).position(code)] === 1,
      ...(first > year && { enters: first }),
      ...(last < Math.min(LAST_RECORD_YEAR, year + years - 1) && { leaves: last }),
    };
  });
  places.forEach((a, i) => {
    for (let j = i + 1; j < n; j++) {
      const b = places[j];
      if (b === undefined) continue;
      const when = Math.max(a.first, b.first);
      if (when > Math.min(a.last, b.last)) continue;
      const one = known.of(when);
      const [p, q] = [codeIn(one, a, when, codes), codeIn(one, b, when, codes)];
      if (p === -1 || q === -1) continue;
      const pair = p * one.codes.length + q;
      const touching = one.contiguity[pair] ?? 0;
      const both = (list: number[], value: number): void => {
        list[i * n + j] = value;
        list[j * n + i] = value;
      };
      both(pairs.km, Math.round(one.km[pair] ?? 0));
      both(pairs.capitalKm, Math.round(one.capitalKm[pair] ?? 0));
      both(pairs.touching, touching === 0 ? 0 : touching === 1 ? 1 : 2);
      both(pairs.rivals, one.rivals[pair] ?? 0);
    }
  });
  const activity = new Array<number>(n).fill(0);
  for (const { ccode1, ccode2, when } of await onsetsBefore(needs, year)) {
    const [i, j] = [ccode1, ccode2].map((code) => placeOf.get(codes.on(code, `${when}-07-01`) ?? ''));
    if (i === undefined || j === undefined) continue;
    const age = year - when;
    pairs.past[i * n + j] = (pairs.past[i * n + j] ?? 0) + 0.5 ** (age / 10);
    activity[i] = (activity[i] ?? 0) + 0.5 ** (age / 5);
  }
  const date = `${year}-01-01`;
  const atop = (await readAtopTreaties(store, catalog)).all().map(({ treaty }) => treaty);
  return {
    year,
    states,
    pairs,
    activity,
    treaties: startTreaties(atop, world, date, placeOf),
    presence: [],
    coverage: 1,
    basis: [
      `The record on ${date}: CINC, contiguity, great powers and members of the system by the Correlates of War, distances by CShapes, rivalries by Thompson, Sakuwa and Suhas, disputes by GML, alliances by ATOP 5.1.`,
      `${states.filter(({ enters }) => enters !== undefined).length} states come to exist and ${states.filter(({ leaves }) => leaves !== undefined).length} cease to when they did; their power is that of their first year.`,
      `Alliances of more than ${UNIVERSAL} members are left out; great powers and nuclear weapons stay as in ${year}.`,
    ],
    versions: Object.fromEntries(
      dataVersions(store, RECORD_TABLES).map(({ source, table, version, sha256 }) => [`${source}/${table}`, `${version} ${sha256.slice(0, 12)}`]),
    ),
  };
}

function statesBetween(known: StateYears, first: number, last: number, codes: ReturnType<typeof cowStates>): readonly Place[] {
  const found = new Map<string, Place>();
  for (let year = first; year <= last; year++) {
    for (const code of known.of(year).codes) {
      const id = codes.on(code, `${year}-07-01`) ?? codes.on(code, `${year}-01-01`);
      if (id === undefined) continue;
      const place = found.get(id);
      if (place === undefined) found.set(id, { id, first: year, last: year, code });
      else place.last = year;
    }
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A state's position in a year, under the COW number it has then. */
function codeIn(one: ReturnType<StateYears['of']>, place: Place, year: number, codes: ReturnType<typeof cowStates>): number {
  const direct = one.position(place.code);
  if (direct !== -1) return direct;
  return Array.from(one.codes).findIndex((code) => codes.on(code, `${year}-07-01`) === place.id);
}

interface Onset {
  readonly ccode1: number;
  readonly ccode2: number;
  readonly when: number;
}

async function onsetsBefore({ store }: Needs, year: number): Promise<readonly Onset[]> {
  return rowsOf(await store.read('gml', 'directed-dyad-year', ['ccode1', 'ccode2', 'year', 'midonset'])).flatMap((row): Onset[] => {
    const when = codeOf(row, 'year') ?? 0;
    return codeOf(row, 'midonset') === 1 && when < year ? [{ ccode1: codeOf(row, 'ccode1') ?? 0, ccode2: codeOf(row, 'ccode2') ?? 0, when }] : [];
  });
}

/** What happened, by series: one number a year from the first on, as far as the record goes. */
export type Happened = Readonly<Partial<Record<SeriesName, readonly number[]>>>;

/** Last years of the data: disputes, wars, alliances. */
const LAST = { crises: 2010, wars: 2007, alliances: 2018 } as const;

/** What happened from a year on, counted as the simulated worlds count it. */
export async function happened(needs: Needs, year: number, years: number): Promise<Happened> {
  const { store } = needs;
  const known = await readStateYears(needs);
  const of = (last: number): number[] => new Array<number>(Math.max(0, Math.min(years, last - year + 1))).fill(0);
  const found = { crises: of(LAST.crises), wars: of(LAST.wars), pacts: of(LAST.alliances), ended: of(LAST.alliances), formed: of(LAST.alliances) };
  const add = (list: number[], when: number): void => {
    const at = when - year;
    if (at >= 0 && at < list.length) list[at] = (list[at] ?? 0) + 1;
  };
  const majors = new Set(Array.from(known.of(year).codes).filter((_, place) => known.of(year).major[place] === 1));
  const columns = ['ccode1', 'ccode2', 'year', 'midonset', 'sidea1', 'orig1', 'orig2'];
  for (const row of rowsOf(await store.read('gml', 'directed-dyad-year', columns))) {
    const when = codeOf(row, 'year') ?? 0;
    if (
      when < year ||
      when > LAST.crises ||
      codeOf(row, 'midonset') !== 1 ||
      codeOf(row, 'sidea1') !== 1 ||
      codeOf(row, 'orig1') !== 1 ||
      codeOf(row, 'orig2') !== 1
    )
      continue;
    const [a, b] = [codeOf(row, 'ccode1') ?? 0, codeOf(row, 'ccode2') ?? 0];
    const one = known.of(when);
    const [i, j] = [one.position(a), one.position(b)];
    if (i === -1 || j === -1) continue;
    if ((one.contiguity[i * one.codes.length + j] ?? 0) > 0 || majors.has(a) || majors.has(b)) add(found.crises, when);
  }
  const wars = new Map<number, number>();
  for (const row of rowsOf(await store.read('war', 'participants'))) {
    const [war, began] = [codeOf(row, 'warnum') ?? 0, codeOf(row, 'startyear1') ?? 0];
    wars.set(war, Math.min(wars.get(war) ?? Infinity, began));
  }
  for (const began of wars.values()) add(found.wars, began);
  for (const row of rowsOf(await store.read('atop', 'alliance'))) {
    if (codeOf(row, 'defense') !== 1) continue;
    const [begins, ends] = [codeOf(row, 'begyr') ?? 0, codeOf(row, 'endyr') ?? 0];
    add(found.formed, begins);
    if (ends !== 0) add(found.ended, ends);
    found.pacts.forEach((_, at) => {
      const when = year + at;
      if (begins <= when && (ends === 0 || ends > when)) found.pacts[at] = (found.pacts[at] ?? 0) + 1;
    });
  }
  return found;
}

import { distanceKm } from '../states/geometry.ts';
import { numberColumn, type Table } from '../table/table.ts';

/** The states of a year and what stands between any two of them; pairs are n × n, row by row, in the order of `codes`. */
export interface YearOfStates {
  readonly year: number;
  /** COW numbers of the states that were members of the system on any day of the year, ascending. */
  readonly codes: Int16Array;
  /** Place of a COW number among them; −1 where it is no member. */
  position(code: number): number;
  /** Composite Index of National Capability; 0 where it is not known. */
  readonly cinc: Float64Array;
  readonly major: Uint8Array;
  readonly nuclear: Uint8Array;
  /** COW's type of direct contiguity: 1 by land, 2 to 5 by up to 12, 24, 150 and 400 miles of water; 0 none. */
  readonly contiguity: Uint8Array;
  /** Shortest distance between the two lands, km. */
  readonly km: Float32Array;
  /** Between the capitals, km. */
  readonly capitalKm: Float32Array;
  /** Strategic rivals in the year. */
  readonly rivals: Uint8Array;
}

export interface StateYears {
  readonly firstYear: number;
  readonly lastYear: number;
  /** @throws {RangeError} outside the years */
  of(year: number): YearOfStates;
}

/** The tables it is made from, with the columns that are read. */
export interface StateYearTables {
  /** `ccode`, `styear`, `endyear`: spells of membership. */
  readonly members: Table;
  /** `ccode`, `year`, `cinc`. */
  readonly capabilities: Table;
  /** `ccode`, `styear`, `endyear`. */
  readonly majors: Table;
  /** `ccode1`, `ccode2`, `conttype`, `from`, `to`: years. */
  readonly contiguity: Table;
  /** `ccode1`, `ccode2`, `year`, `mindist` in km: each pair once or in both orders. */
  readonly distance: Table;
  /** `ccode1`, `ccode2`, `start`, `end`. */
  readonly rivalries: Table;
  /** `ccode`, `year` of every state-year with nuclear weapons. */
  readonly nuclear: Table;
}

/** Where a state's capital lies in a year; undefined where that is not known. */
export type CapitalOf = (code: number, year: number) => { readonly lat: number; readonly lon: number } | undefined;

/** The median difference between capitals and nearest lands, over pairs without a border; our own estimate. */
const CAPITAL_TO_LAND = 650;
const FAR = 20_000;

/**
 * States and pairs by year. Distances between lands begin in 1886: before, a pair that touches by land has 0, another the first distance on
 * record, and one without any the distance of the capitals less 650 km, at least half of it.
 */
export function stateYears(tables: StateYearTables, capitalOf: CapitalOf, firstYear: number, lastYear: number): StateYears {
  const spells = read(tables.members, ['ccode', 'styear', 'endyear']);
  const lastListed = spells.endyear.reduce((latest, year) => Math.max(latest, year), 0);
  const members = Array.from({ length: lastYear - firstYear + 1 }, () => new Set<number>());
  for (let row = 0; row < tables.members.rows; row++) {
    const end = spells.endyear[row] ?? 0;
    for (let year = Math.max(firstYear, spells.styear[row] ?? 0); year <= (end === lastListed ? lastYear : Math.min(lastYear, end)); year++) {
      members[year - firstYear]?.add(spells.ccode[row] ?? 0);
    }
  }
  const years = members.map((set, index) => emptyYear(firstYear + index, Int16Array.from(set).sort()));
  const within = (from: number, to: number, work: (one: Made) => void): void => {
    for (let year = Math.max(from, firstYear); year <= Math.min(to, lastYear); year++) {
      const one = years[year - firstYear];
      if (one !== undefined) work(one);
    }
  };
  fillStates(tables, within, lastYear);
  fillPairs(tables, within, lastYear);
  fillDistances(tables.distance, years, within, capitalOf);
  return {
    firstYear,
    lastYear,
    of: (year) => {
      const found = years[year - firstYear];
      if (found === undefined) throw new RangeError(`${year} is not one of the years ${firstYear}-${lastYear}`);
      return found;
    },
  };
}

type Made = YearOfStates;
type Within = (from: number, to: number, work: (one: Made) => void) => void;

function emptyYear(year: number, codes: Int16Array): Made {
  const n = codes.length;
  const positions = new Int16Array(Math.max(0, codes[n - 1] ?? 0) + 1).fill(-1);
  codes.forEach((code, place) => (positions[code] = place));
  return {
    year,
    codes,
    position: (code) => positions[code] ?? -1,
    cinc: new Float64Array(n),
    major: new Uint8Array(n),
    nuclear: new Uint8Array(n),
    contiguity: new Uint8Array(n * n),
    km: new Float32Array(n * n).fill(Number.NaN),
    capitalKm: new Float32Array(n * n),
    rivals: new Uint8Array(n * n),
  };
}

function read<K extends string>(table: Table, names: readonly K[]): Readonly<Record<K, ArrayLike<number> & { reduce: Float64Array['reduce'] }>> {
  const found: Partial<Record<K, Float64Array>> = {};
  for (const name of names) found[name] = Float64Array.from(numberColumn(table, name).values);
  const complete = (one: Partial<Record<K, Float64Array>>): one is Record<K, Float64Array> => names.every((name) => one[name] !== undefined);
  if (!complete(found)) throw new RangeError('a column is lacking');
  return found;
}

/** Lists that end in their last year speak of states as they stood then: they are carried on to the last year asked for. */
const carried = (ends: ArrayLike<number> & { reduce: Float64Array['reduce'] }, lastYear: number): ((end: number) => number) => {
  const latest = ends.reduce((most, year) => Math.max(most, year), -Infinity);
  return (end) => (end === latest ? Math.max(end, lastYear) : end);
};

function fillStates({ capabilities, majors, nuclear }: StateYearTables, within: Within, lastYear: number): void {
  const power = read(capabilities, ['ccode', 'year', 'cinc']);
  const set = (code: number, from: number, to: number, values: (one: Made) => Float64Array | Uint8Array, value: number): void =>
    within(from, to, (one) => {
      const place = one.position(code);
      if (place !== -1) values(one)[place] = value;
    });
  for (let row = 0; row < capabilities.rows; row++) {
    const [year, value] = [power.year[row] ?? 0, power.cinc[row] ?? Number.NaN];
    if (value >= 0) set(power.ccode[row] ?? 0, year, year, ({ cinc }) => cinc, value);
  }
  const ranks = read(majors, ['ccode', 'styear', 'endyear']);
  const rankEnd = carried(ranks.endyear, lastYear);
  for (let row = 0; row < majors.rows; row++) {
    set(ranks.ccode[row] ?? 0, ranks.styear[row] ?? 0, rankEnd(ranks.endyear[row] ?? 0), ({ major }) => major, 1);
  }
  const weapons = read(nuclear, ['ccode', 'year']);
  for (let row = 0; row < nuclear.rows; row++) {
    const year = weapons.year[row] ?? 0;
    set(weapons.ccode[row] ?? 0, year, year, (one) => one.nuclear, 1);
  }
}

function setPair(one: Made, a: number, b: number, values: Uint8Array | Float32Array, value: number): void {
  const [first, second] = [one.position(a), one.position(b)];
  if (first === -1 || second === -1) return;
  const n = one.codes.length;
  values[first * n + second] = value;
  values[second * n + first] = value;
}

function fillPairs({ contiguity, rivalries }: StateYearTables, within: Within, lastYear: number): void {
  const touch = read(contiguity, ['ccode1', 'ccode2', 'conttype', 'from', 'to']);
  const touchEnd = carried(touch.to, lastYear);
  for (let row = 0; row < contiguity.rows; row++) {
    const type = touch.conttype[row] ?? 0;
    within(touch.from[row] ?? 0, touchEnd(touch.to[row] ?? 0), (one) => setPair(one, touch.ccode1[row] ?? 0, touch.ccode2[row] ?? 0, one.contiguity, type));
  }
  const foes = read(rivalries, ['ccode1', 'ccode2', 'start', 'end']);
  const foesEnd = carried(foes.end, lastYear);
  for (let row = 0; row < rivalries.rows; row++) {
    within(foes.start[row] ?? 0, foesEnd(foes.end[row] ?? 0), (one) => setPair(one, foes.ccode1[row] ?? 0, foes.ccode2[row] ?? 0, one.rivals, 1));
  }
}

/** The key of a pair, whichever comes first. */
const pairKey = (a: number, b: number): number => Math.min(a, b) * 1000 + Math.max(a, b);

function fillDistances(distance: Table, years: readonly Made[], within: Within, capitalOf: CapitalOf): void {
  const [ccode1, ccode2, when, mindist] = ['ccode1', 'ccode2', 'year', 'mindist'].map((name) => numberColumn(distance, name).values);
  const first = new Float64Array(1_000_000).fill(Number.NaN);
  const firstYear = new Int16Array(1_000_000).fill(32_767);
  for (let row = 0; row < distance.rows; row++) {
    const [a, b, year, km] = [ccode1?.[row] ?? 0, ccode2?.[row] ?? 0, when?.[row] ?? 0, mindist?.[row] ?? Number.NaN];
    if (Number.isNaN(km)) continue;
    within(year, year, (one) => setPair(one, a, b, one.km, km));
    const key = pairKey(a, b);
    if (year < (firstYear[key] ?? 0)) {
      firstYear[key] = year;
      first[key] = km;
    }
  }
  for (const one of years) {
    const { codes, year, km, capitalKm, contiguity } = one;
    const n = codes.length;
    const capitals = Array.from(codes, (code) => capitalOf(code, year));
    for (let i = 0; i < n; i++) {
      km[i * n + i] = 0;
      for (let j = 0; j < i; j++) {
        const [a, b] = [capitals[i], capitals[j]];
        const between = a === undefined || b === undefined ? Number.NaN : distanceKm(a.lat, a.lon, b.lat, b.lon);
        const known = km[i * n + j] ?? Number.NaN;
        const early = first[pairKey(codes[i] ?? 0, codes[j] ?? 0)] ?? Number.NaN;
        const lands = [known, contiguity[i * n + j] === 1 ? 0 : Number.NaN, early, Math.max(between / 2, between - CAPITAL_TO_LAND), FAR].find(
          (value) => !Number.isNaN(value),
        );
        setPair(one, codes[i] ?? 0, codes[j] ?? 0, km, lands ?? FAR);
        setPair(one, codes[i] ?? 0, codes[j] ?? 0, capitalKm, Number.isNaN(between) ? (lands ?? FAR) + CAPITAL_TO_LAND : between);
      }
    }
  }
}

import { BACKING, DEFENSE, type PairLists, type YearCoverage } from '../src/core/casus/coverage.ts';
import { createRng } from '../src/core/math/rng.ts';
import { BOND, type YearBonds } from '../src/core/record/bonds.ts';
import { INITIATION_COLUMNS } from '../src/core/record/initiation-columns.ts';
import type { YearOfStates } from '../src/core/record/state-years.ts';
import { chainData, type ChainData } from '../src/core/stages/chain-data.ts';
import { JOIN_FACTS } from '../src/core/stages/join-terms.ts';
import type { PairSources } from '../src/core/stages/pair-odds.ts';
import type { NumberColumn } from '../src/core/table/column.ts';
import type { Table } from '../src/core/table/table.ts';

const [FIRST, LAST] = [1816, 2010];
const DISPUTES = 2200;
/** States beside the principals that might join a dispute, a side each. */
const JOINERS = 23;

/** The system grows as the real one did: 1.7 million directed dyad-years in all. */
const sizeOf = (year: number): number =>
  year < 1900 ? 23 + Math.round(0.25 * (year - FIRST)) : year < 1945 ? 44 + Math.round(0.5 * (year - 1900)) : Math.min(192, 66 + 2 * (year - 1945));

export interface MadeUpCrises {
  readonly chain: ChainData;
  readonly pairs: PairSources;
  readonly initiation: Table;
}

/** States, promises, disputes and directed dyad-years of the size of the real ones, made up. */
export function madeUpCrises(): MadeUpCrises {
  const years = new Map(Array.from({ length: LAST - FIRST + 1 }, (_, i) => [FIRST + i, madeUpYear(FIRST + i)]));
  const of = (year: number) => {
    const found = years.get(year);
    if (found === undefined) throw new RangeError(`${year}`);
    return found;
  };
  const pairs: PairSources = {
    states: { firstYear: FIRST, lastYear: LAST, of: (year) => of(year).states },
    bonds: { of: (year) => of(year).bonds },
    coverage: new Map([...years].map(([year, { coverage }]) => [year, coverage])),
  };
  const initiation = madeUpInitiation([...years.values()].map(({ states }) => states));
  return { chain: chainData(madeUpJoining(), initiation), pairs, initiation };
}

/** States on a ring: the six nearest are neighbors, six are great powers, a dozen nearby are allies. */
function madeUpYear(year: number): { readonly states: YearOfStates; readonly bonds: YearBonds; readonly coverage: YearCoverage } {
  const rng = createRng('bench', 'year', year);
  const n = sizeOf(year);
  const codes = Int16Array.from({ length: n }, (_, i) => 2 + 5 * i);
  const apart = (i: number, j: number): number => Math.min(Math.abs(i - j), n - Math.abs(i - j));
  const grid = (value: (i: number, j: number) => number): number[] => Array.from({ length: n * n }, (_, at) => value(Math.floor(at / n), at % n));
  const cinc = Float64Array.from({ length: n }, () => 0.1 * rng.next() ** 6);
  const states: YearOfStates = {
    year,
    codes,
    position: (code) => (code % 5 === 2 && code <= 5 * n ? (code - 2) / 5 : -1),
    cinc,
    major: Uint8Array.from({ length: n }, (_, i) => (i % Math.ceil(n / 6) === 0 ? 1 : 0)),
    nuclear: Uint8Array.from({ length: n }, (_, i) => (year > 1945 && i % 40 === 0 ? 1 : 0)),
    contiguity: Uint8Array.from(grid((i, j) => (i !== j && apart(i, j) <= 3 ? 1 : 0))),
    km: Float32Array.from(grid((i, j) => (apart(i, j) <= 3 ? 0 : (18_000 * apart(i, j)) / n))),
    capitalKm: Float32Array.from(grid((i, j) => 300 + (18_000 * apart(i, j)) / n)),
    rivals: Uint8Array.from(grid((i, j) => (i !== j && apart(i, j) === 2 ? 1 : 0))),
  };
  const allied = (i: number, j: number): boolean => i !== j && apart(i, j) <= 6;
  const bonds = Uint8Array.from(grid((i, j) => (allied(i, j) ? BOND.help | BOND.peace | (apart(i, j) === 1 ? BOND.bilateral : 0) : 0)));
  const lists = (promised: (c: number, t: number) => number, bit: number): PairLists => {
    const [start, found] = [new Int32Array(n * n + 1), [] as number[]];
    for (let pair = 0; pair < n * n; pair++) {
      start[pair] = found.length;
      const toward = promised(Math.floor(pair / n), pair % n);
      for (let i = 0; i < n; i++) if (allied(i, toward)) found.push(codes[i] ?? 0);
    }
    start[n * n] = found.length;
    return { start, states: Int16Array.from(found), bits: new Uint8Array(found.length).fill(bit) };
  };
  const coverage: YearCoverage = {
    year,
    members: codes,
    pledged: Uint8Array.from(grid((i, j) => (allied(i, j) ? 1 : 0))),
    defense: lists((_, t) => t, DEFENSE.owed | DEFENSE.peace),
    backing: lists((c) => c, BACKING.neutrality),
  };
  return { states, bonds, coverage };
}

function madeUpJoining(): Table {
  const rng = createRng('bench', 'joining');
  const rows = DISPUTES * JOINERS * 2;
  const names = ['dispnum', 'target_side', 'joined', 'strength', 'target_strength', 'challenger_strength', 'delta_alone', ...JOIN_FACTS];
  const columns = new Map(names.map((name) => [name, new Float64Array(rows)]));
  for (let row = 0; row < rows; row++) {
    const dispute = Math.floor(row / (2 * JOINERS));
    const put = (name: string, value: number): void => void columns.get(name)?.set([value], row);
    for (const name of JOIN_FACTS) put(name, name.startsWith('ln_') ? 8 * rng.next() : rng.next() < 0.15 ? 1 : 0);
    put('dispnum', dispute + 1);
    put('target_side', row % 2);
    put('joined', rng.next() < 0.005 ? 1 : 0);
    put('strength', 0.1 * rng.next() ** 6);
    put('target_strength', 0.001 + 0.01 * (dispute % 7));
    put('challenger_strength', 0.001 + 0.01 * (dispute % 5));
    put('delta_alone', 0.3 * rng.next());
  }
  return { rows, columns: names.map((name): NumberColumn => ({ name, kind: 'float64', values: columns.get(name) ?? new Float64Array(rows) })) };
}

/** Every directed dyad-year, an eighth of them politically relevant, one in a hundred of these a challenge. */
function madeUpInitiation(years: readonly YearOfStates[]): Table {
  const rng = createRng('bench', 'initiation');
  const rows = years.reduce((sum, { codes: { length: n } }) => sum + n * (n - 1), 0);
  const names = Object.keys(INITIATION_COLUMNS);
  const columns = new Map(names.map((name) => [name, new Float64Array(rows)]));
  const at = (name: string): Float64Array => columns.get(name) ?? new Float64Array(rows);
  const smooth = ['lnkm', 'lncinc1', 'lncinc2', 'relative', 'democracy1', 'democracy2', 's', 'peace1', 'peace2', 'peace3'].map(at);
  const flags = ['contiguous', 'land', 'major1', 'major2', 'rivalry', 'democracy_missing', 'pact', 'pact_other', 'worldwar', 'applies', 'applies_peace'].map(
    at,
  );
  const keys = ['ccode1', 'ccode2', 'year', 'dyad', 'relevant', 'at_risk', 'initiated', 'reciprocated', 'dispnum'].map(at);
  let [row, begun] = [0, 0];
  for (const { year, codes } of years) {
    for (const [i, one] of codes.entries()) {
      for (const [j, other] of codes.entries()) {
        if (i === j) continue;
        const relevant = (i + j) % 8 === 0 ? 1 : 0;
        const initiated = relevant === 1 && rng.next() < 0.01 ? 1 : 0;
        const dispute = initiated === 1 ? (begun++ % DISPUTES) + 1 : 0;
        const values = [one, other, year, Math.min(i, j) * 1000 + Math.max(i, j), relevant, 1, initiated, initiated * (begun % 2), dispute];
        keys.forEach((column, k) => (column[row] = values[k] ?? 0));
        if (relevant === 1) {
          for (const column of smooth) column[row] = rng.next();
          for (const column of flags) column[row] = rng.next() < 0.2 ? 1 : 0;
        }
        row++;
      }
    }
  }
  return { rows, columns: names.map((name): NumberColumn => ({ name, kind: 'float64', values: at(name) })) };
}

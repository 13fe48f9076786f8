import { BACKING, DEFENSE, isWorldWarYear, type Coverage, type PairLists, type YearCoverage } from '../casus/coverage.ts';
import type { Capabilities } from '../measures/record/capabilities.ts';
import type { Members } from '../measures/record/members.ts';
import { obligationBit, type Pledges } from '../measures/record/pledges.ts';
import { similarities } from '../measures/similarity/all-dyads.ts';
import { portfoliosOf } from '../measures/similarity/portfolios.ts';
import { numberColumn, type Table } from '../table/table.ts';
import { initiationArrays, initiationTable, type InitiationArrays } from './initiation-columns.ts';
import type { StateYears, YearOfStates } from './state-years.ts';
import { strengthsAt, winChance } from './strength.ts';

/**
 * The initiation frame. Unit: directed dyad-year, challenger (side 1) and target (side 2). Who is in: every ordered pair of
 * members of the COW system in the years of the panel, GML's 1816 to 2010; `relevant` marks the politically relevant. Columns and
 * their labels: `INITIATION_COLUMNS`. No value is missing: what is not known is 0, with a flag where that matters. Facts are those
 * of the year itself; promises are those made by the last day of the year before that still bind on 1 January, portfolios the
 * pledges of the year before. Sources: GML dyad-years 2.2.1, COW wars 4.0 (who began), ATOP 5.1 read as treaties, NMC, COW
 * contiguity and majors, distances of CShapes, rivalries, V-Dem.
 */
export interface InitiationFrame {
  readonly table: Table;
  /** Who covers whom, by year: the lists of states behind the coverage columns. */
  readonly coverage: ReadonlyMap<number, YearCoverage>;
}

export interface InitiationSources {
  /** Directed dyad-years in the order of `ccode1`, `ccode2`, `year`, with `gmlmidonset`, `gmlmidongoing` and `gmlmidspell`. */
  readonly panel: Table;
  /** GML's directed dyad-years: `dispnum`, `ccode1`, `ccode2`, `year`, `midonset`, `sidea1`, `sidea2`, `orig1`, `orig2`, `hostlev`, `recip`. */
  readonly disputes: Table;
  /** Disputes that became wars begun by the originators of side B, by COW's coding (`challengerFirst`). */
  readonly turned: ReadonlySet<number>;
  readonly states: StateYears;
  readonly pledges: Pledges;
  /** V-Dem: `ccode`, `year`, `v2x_polyarchy`. */
  readonly democracy: Table;
  readonly coverage: Coverage;
  /** The same by the texts of treaties, as far as they are at hand. */
  readonly texts: Coverage;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Makes the frame; some 15 seconds for two centuries. */
export function initiationFrame(sources: InitiationSources): InitiationFrame {
  const { panel, states } = sources;
  const rows = panel.rows;
  const arrays = initiationArrays(rows);
  copyKeys(panel, arrays, rows);
  markDisputes(sources, arrays, rows);
  markHistory(arrays, rows, states);
  const coverage = new Map<number, YearCoverage>();
  const byYear = rowsByYear(arrays.year, rows);
  const democracy = democracyOf(sources.democracy);
  let done = 0;
  for (const [year, those] of byYear) {
    const one = states.of(year);
    const covered = sources.coverage.of(year, one.codes);
    coverage.set(year, covered);
    const places = {
      challengers: those.map((row) => one.position(arrays.ccode1[row] ?? 0)),
      targets: those.map((row) => one.position(arrays.ccode2[row] ?? 0)),
    };
    markStates(arrays, those, places, one, democracy);
    markTies(arrays, those, places, one, covered, sources);
    markCoverage(arrays, those, places, one, covered);
    markTexts(arrays, those, places, sources.texts.of(year, one.codes));
    sources.onProgress?.((done += 1), byYear.size);
  }
  return { table: initiationTable(arrays, rows), coverage };
}

interface Places {
  readonly challengers: Int32Array;
  readonly targets: Int32Array;
}

function copyKeys(panel: Table, arrays: InitiationArrays, rows: number): void {
  const [one, two, year] = ['ccode1', 'ccode2', 'year'].map((name) => numberColumn(panel, name).values);
  const [onset, ongoing, peace] = ['gmlmidonset', 'gmlmidongoing', 'gmlmidspell'].map((name) => numberColumn(panel, name).values);
  for (let row = 0; row < rows; row++) {
    const [a, b, years] = [one?.[row] ?? 0, two?.[row] ?? 0, Math.max(0, peace?.[row] ?? 0)];
    arrays.ccode1[row] = a;
    arrays.ccode2[row] = b;
    arrays.year[row] = year?.[row] ?? 0;
    arrays.dyad[row] = Math.min(a, b) * 1000 + Math.max(a, b);
    arrays.onset[row] = onset?.[row] === 1 ? 1 : 0;
    arrays.ongoing[row] = ongoing?.[row] === 1 ? 1 : 0;
    arrays.at_risk[row] = ongoing?.[row] === 1 && onset?.[row] !== 1 ? 0 : 1;
    arrays.worldwar[row] = isWorldWarYear(year?.[row] ?? 0) ? 1 : 0;
    const decades = years / 10;
    arrays.peace[row] = years;
    arrays.peace1[row] = decades;
    arrays.peace2[row] = decades ** 2;
    arrays.peace3[row] = decades ** 3;
  }
}

const keyOf = (a: number, b: number, year: number): number => (year * 1000 + a) * 1000 + b;

interface Begun {
  readonly dispute: number;
  readonly hostility: number;
  readonly reciprocated: boolean;
}

/** Disputes begun, by challenger, target and year: the most hostile of several. */
function begunIn({ disputes, turned }: InitiationSources, byCow: boolean): ReadonlyMap<number, Begun> {
  const names = ['dispnum', 'ccode1', 'ccode2', 'year', 'midonset', 'sidea1', 'sidea2', 'orig1', 'orig2', 'hostlev', 'recip'];
  const [dispnum, ccode1, ccode2, years, onset, sideA1, sideA2, orig1, orig2, hostlev, recip] = names.map((name) => numberColumn(disputes, name).values);
  const found = new Map<number, Begun>();
  for (let row = 0; row < disputes.rows; row++) {
    if (onset?.[row] !== 1 || orig1?.[row] !== 1 || orig2?.[row] !== 1) continue;
    const first = byCow && turned.has(dispnum?.[row] ?? 0) ? sideA2 : sideA1;
    if (first?.[row] !== 1) continue;
    const key = keyOf(ccode1?.[row] ?? 0, ccode2?.[row] ?? 0, years?.[row] ?? 0);
    const hostility = Math.max(0, hostlev?.[row] ?? 0);
    const known = found.get(key);
    if (known === undefined || known.hostility < hostility) found.set(key, { dispute: dispnum?.[row] ?? 0, hostility, reciprocated: recip?.[row] === 1 });
  }
  return found;
}

function markDisputes(sources: InitiationSources, arrays: InitiationArrays, rows: number): void {
  const begun = begunIn(sources, true);
  const byGml = begunIn(sources, false);
  for (let row = 0; row < rows; row++) {
    if (arrays.onset[row] !== 1) continue;
    const key = keyOf(arrays.ccode1[row] ?? 0, arrays.ccode2[row] ?? 0, arrays.year[row] ?? 0);
    if (byGml.has(key)) arrays.initiated_gml[row] = 1;
    const one = begun.get(key);
    if (one === undefined) continue;
    arrays.initiated[row] = 1;
    arrays.dispnum[row] = one.dispute;
    arrays.hostlev[row] = one.hostility;
    arrays.reciprocated[row] = one.reciprocated ? 1 : 0;
  }
}

const HALF_OF_PAIR = 0.5 ** (1 / 10);
const HALF_OF_STATE = 0.5 ** (1 / 5);

/** Earlier disputes of the pair and of each state, fading. */
function markHistory(arrays: InitiationArrays, rows: number, { firstYear, lastYear }: StateYears): void {
  const { ccode1, ccode2, year, onset, past, activity1, activity2 } = arrays;
  const span = lastYear - firstYear + 1;
  const onsets = new Float64Array(1000 * span);
  let pair = -1;
  let [sum, last] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const [a, now] = [ccode1[row] ?? 0, year[row] ?? 0];
    const key = a * 1000 + (ccode2[row] ?? 0);
    sum = key === pair ? sum * HALF_OF_PAIR ** (now - last) : 0;
    past[row] = Math.log1p(sum);
    if (onset[row] === 1) {
      sum += 1;
      const at = a * span + now - firstYear;
      onsets[at] = (onsets[at] ?? 0) + 1;
    }
    [pair, last] = [key, now];
  }
  const activity = new Float64Array(onsets.length);
  for (let state = 0; state < 1000; state++) {
    for (let at = state * span + 1; at < (state + 1) * span; at++) activity[at] = ((activity[at - 1] ?? 0) + (onsets[at - 1] ?? 0)) * HALF_OF_STATE;
  }
  for (let row = 0; row < rows; row++) {
    const when = (year[row] ?? 0) - firstYear;
    activity1[row] = Math.log1p(activity[(ccode1[row] ?? 0) * span + when] ?? 0);
    activity2[row] = Math.log1p(activity[(ccode2[row] ?? 0) * span + when] ?? 0);
  }
}

function rowsByYear(years: ArrayLike<number>, rows: number): ReadonlyMap<number, Int32Array> {
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row++) counts.set(years[row] ?? 0, (counts.get(years[row] ?? 0) ?? 0) + 1);
  const lists = new Map([...counts].toSorted(([a], [b]) => a - b).map(([year, count]) => [year, new Int32Array(count)]));
  const next = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const year = years[row] ?? 0;
    const at = next.get(year) ?? 0;
    const list = lists.get(year);
    if (list !== undefined) list[at] = row;
    next.set(year, at + 1);
  }
  return lists;
}

/** Electoral democracy by state and year; NaN where V-Dem has none. */
function democracyOf(table: Table): (ccode: number, year: number) => number {
  const [ccode, year, score] = ['ccode', 'year', 'v2x_polyarchy'].map((name) => numberColumn(table, name).values);
  const found = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) {
    const value = score?.[row] ?? Number.NaN;
    if (!Number.isNaN(value)) found.set((ccode?.[row] ?? 0) * 10_000 + (year?.[row] ?? 0), value);
  }
  return (state, when) => found.get(state * 10_000 + when) ?? Number.NaN;
}

/** A share of the world's power below which differences are not told apart. */
const LEAST = 1e-5;

/** What is known of each of the two states, and lies between them. */
function markStates(
  arrays: InitiationArrays,
  those: Int32Array,
  { challengers, targets }: Places,
  one: YearOfStates,
  democracy: (ccode: number, year: number) => number,
): void {
  const n = one.codes.length;
  const strengths = strengthsAt(one);
  const scores = Float64Array.from(one.codes, (code) => democracy(code, one.year));
  those.forEach((row, at) => {
    const [c, t] = [challengers[at] ?? 0, targets[at] ?? 0];
    const pair = c * n + t;
    const [cinc1, cinc2] = [one.cinc[c] ?? 0, one.cinc[t] ?? 0];
    const touching = one.contiguity[pair] ?? 0;
    const [major1, major2] = [one.major[c] ?? 0, one.major[t] ?? 0];
    const [score1, score2] = [scores[c] ?? Number.NaN, scores[t] ?? Number.NaN];
    arrays.contiguity[row] = touching;
    arrays.contiguous[row] = touching > 0 ? 1 : 0;
    arrays.land[row] = touching === 1 ? 1 : 0;
    arrays.major1[row] = major1;
    arrays.major2[row] = major2;
    arrays.relevant[row] = touching > 0 || major1 === 1 || major2 === 1 ? 1 : 0;
    arrays.lnkm[row] = Math.log1p(one.km[pair] ?? 0);
    arrays.cinc1[row] = cinc1;
    arrays.cinc2[row] = cinc2;
    arrays.lncinc1[row] = Math.log(cinc1 + LEAST);
    arrays.lncinc2[row] = Math.log(cinc2 + LEAST);
    arrays.relative[row] = winChance(strengths[pair] ?? 0, cinc2);
    arrays.rivalry[row] = one.rivals[pair] ?? 0;
    arrays.democracy1[row] = score1 || 0;
    arrays.democracy2[row] = score2 || 0;
    arrays.democracy_missing[row] = Number.isNaN(score1) || Number.isNaN(score2) ? 1 : 0;
  });
}

const LESSER = obligationBit('nonaggression') | obligationBit('neutrality') | obligationBit('consultation');

/** Pledges between the two, and the likeness of their portfolios. */
function markTies(
  arrays: InitiationArrays,
  those: Int32Array,
  { challengers, targets }: Places,
  one: YearOfStates,
  { pledged }: YearCoverage,
  { pledges }: InitiationSources,
): void {
  const { year, codes } = one;
  const n = codes.length;
  const members: Members = { firstYear: year, lastYear: year, listed: year, of: () => codes };
  const before: Pledges = { ...pledges, of: (when) => pledges.of(when - 1) };
  const capabilities: Capabilities = { firstYear: year, lastYear: year, of: (state) => one.cinc[one.position(state)] ?? 0 };
  const { s, sWeighted } = similarities([portfoliosOf(year, members, before, capabilities)]);
  const lesser = new Uint8Array(n * n);
  [year - 1, year].forEach((when, index) => {
    const { from, to, bits } = pledges.of(when);
    from.forEach((state, at) => {
      const [i, j] = [one.position(state), one.position(to[at] ?? 0)];
      if (i !== -1 && j !== -1 && ((bits[at] ?? 0) & LESSER) !== 0) lesser[i * n + j] = (lesser[i * n + j] ?? 0) | (1 << index);
    });
  });
  those.forEach((row, at) => {
    const [c, t] = [challengers[at] ?? 0, targets[at] ?? 0];
    const [low, high] = c < t ? [c, t] : [t, c];
    const pair = low * n - (low * (low + 1)) / 2 + high - low - 1;
    arrays.s[row] = s[pair] ?? 0;
    arrays.s_weighted[row] = sWeighted[pair] || 0;
    arrays.pact[row] = pledged[c * n + t] === 1 || pledged[t * n + c] === 1 ? 1 : 0;
    arrays.pact_other[row] = lesser[c * n + t] === 3 || lesser[t * n + c] === 3 ? 1 : 0;
  });
}

function bitsOf({ start, bits }: PairLists, pair: number): Uint8Array {
  return bits.subarray(start[pair] ?? 0, start[pair + 1] ?? 0);
}

/** Who would come, and what it would do to the challenger's chance. */
function markCoverage(
  arrays: InitiationArrays,
  those: Int32Array,
  { challengers, targets }: Places,
  one: YearOfStates,
  { defense, backing }: YearCoverage,
): void {
  const n = one.codes.length;
  const strengths = strengthsAt(one);
  those.forEach((row, at) => {
    const [c, t] = [challengers[at] ?? 0, targets[at] ?? 0];
    const pair = c * n + t;
    const first = defense.start[pair] ?? 0;
    const end = defense.start[pair + 1] ?? 0;
    let [unshared, peace, applies, certain, appliesPeace, certainPeace, excluded, excludedPeace] = [0, 0, 0, 0, 0, 0, 0, 0];
    let [all, filtered] = [0, 0];
    for (let entry = first; entry < end; entry++) {
      const bits = defense.bits[entry] ?? 0;
      const strength = strengths[one.position(defense.states[entry] ?? 0) * n + t] ?? 0;
      all += strength;
      if ((bits & DEFENSE.shared) !== 0) continue;
      unshared = 1;
      const inPeace = (bits & DEFENSE.peace) !== 0;
      if (inPeace) peace = 1;
      if ((bits & DEFENSE.owed) === 0) {
        excluded = 1;
        if (inPeace) excludedPeace = 1;
        continue;
      }
      applies = 1;
      filtered += strength;
      if ((bits & DEFENSE.certain) !== 0) certain = 1;
      if ((bits & DEFENSE.owedPeace) !== 0) appliesPeace = 1;
      if ((bits & DEFENSE.certainPeace) !== 0) certainPeace = 1;
    }
    arrays.ally_any[row] = end > first ? 1 : 0;
    arrays.ally_unshared[row] = unshared;
    arrays.ally_peace[row] = peace;
    arrays.applies[row] = applies;
    arrays.applies_certain[row] = certain;
    arrays.applies_peace[row] = appliesPeace;
    arrays.applies_certain_peace[row] = certainPeace;
    arrays.placebo[row] = applies === 0 ? excluded : 0;
    arrays.placebo_peace[row] = appliesPeace === 0 ? excludedPeace : 0;
    const [challenge, defended] = [strengths[pair] ?? 0, one.cinc[t] ?? 0];
    const alone = winChance(challenge, defended);
    arrays.strength_unfiltered[row] = alone - winChance(challenge, defended + all);
    arrays.strength_filtered[row] = alone - winChance(challenge, defended + filtered);
    for (const bits of bitsOf(backing, pair)) {
      const free = (bits & BACKING.shared) === 0;
      if ((bits & BACKING.offense) !== 0) arrays.offense_any[row] = 1;
      if (free && (bits & BACKING.offenseOwed) !== 0) arrays.offense[row] = 1;
      if ((bits & BACKING.neutrality) !== 0) arrays.neutral_any[row] = 1;
      if (free && (bits & BACKING.neutralityOwed) !== 0) arrays.neutral[row] = 1;
    }
  });
}

/** The same as by ATOP's codes, by the texts of treaties as far as they are at hand. */
function markTexts(arrays: InitiationArrays, those: Int32Array, { challengers, targets }: Places, { members: { length: n }, defense }: YearCoverage): void {
  those.forEach((row, at) => {
    let [applies, peace, excluded] = [0, 0, 0];
    for (const bits of bitsOf(defense, (challengers[at] ?? 0) * n + (targets[at] ?? 0))) {
      if ((bits & DEFENSE.shared) !== 0) continue;
      if ((bits & DEFENSE.owed) === 0) excluded = 1;
      else applies = 1;
      if ((bits & DEFENSE.owedPeace) !== 0) peace = 1;
    }
    arrays.applies_text[row] = applies;
    arrays.applies_text_peace[row] = peace;
    arrays.placebo_text[row] = applies === 0 ? excluded : 0;
  });
}

import { codeOf } from '../../core/atop/alliance.ts';
import { rateOf, type Rate } from '../../core/estimate/rate.ts';
import type { Rng } from '../../core/math/rng.ts';
import { regimesAndWars } from '../../core/record/regimes-and-wars.ts';
import type { StateYears } from '../../core/record/state-years.ts';
import { numberColumn, rowsOf, type Table } from '../../core/table/table.ts';
import { clusteredLogit } from './logit.ts';
import type { EstimationContext } from '../estimation/section.ts';

/** A number read off the record, with its standard error or the ends of its 90 % range. */
export interface Estimate {
  readonly value: number;
  readonly se?: number;
  readonly low?: number;
  readonly high?: number;
  readonly meaning: string;
  readonly basis: string;
}

export interface Ties {
  readonly initiation: Table;
  readonly states: StateYears;
}

type Estimates = Readonly<Record<string, Estimate>>;
type Needs = Pick<EstimationContext, 'store'>;

const FIRST = 1946;
const LAST = 2010;
const Z90 = 1.644_853_626_951_472_2;
const YEARS = `${FIRST} to ${LAST}`;

const ofRate = ({ value, low, high, n, events }: Rate, meaning: string, basis: string): Estimate => ({
  value,
  low: Number.isFinite(low) ? low : value,
  high: Number.isFinite(high) ? high : value,
  meaning,
  basis: `${events.toLocaleString('en-US')} in ${n.toLocaleString('en-US')} ${basis}`,
});

/** How rivalries begin and end among relevant pairs, and how many disputes lie behind pairs and states. */
export function recordOfRivalries({ initiation, states }: Ties): Estimates {
  const column = (name: string): ArrayLike<number> => numberColumn(initiation, name).values;
  const [year, ccode1, ccode2, relevant, rivalry, past, land, major1, major2, activity1, dyad] = [
    'year',
    'ccode1',
    'ccode2',
    'relevant',
    'rivalry',
    'past',
    'land',
    'major1',
    'major2',
    'activity1',
    'dyad',
  ].map(column);
  const began: { x: number[]; y: number; pair: number }[] = [];
  const ended: { y: number; pair: number }[] = [];
  const behind = { rival: [0, 0], other: [0, 0], major: [0, 0], minor: [0, 0] };
  const add = (to: number[], value: number): void => {
    to[0] = (to[0] ?? 0) + value;
    to[1] = (to[1] ?? 0) + 1;
  };
  for (let row = 0; row < initiation.rows; row++) {
    const when = year?.[row] ?? 0;
    if (when < FIRST || when >= LAST || relevant?.[row] !== 1) continue;
    const [a, b] = [ccode1?.[row] ?? 0, ccode2?.[row] ?? 0];
    if (when >= 1990) add(activity1 === undefined ? behind.minor : major1?.[row] === 1 ? behind.major : behind.minor, activity1?.[row] ?? 0);
    if (a > b) continue;
    if (when >= 1990) add(rivalry?.[row] === 1 ? behind.rival : behind.other, past?.[row] ?? 0);
    const next = states.of(when + 1);
    const [i, j] = [next.position(a), next.position(b)];
    if (i === -1 || j === -1) continue;
    const after = next.rivals[i * next.codes.length + j] ?? 0;
    const pair = dyad?.[row] ?? 0;
    if (rivalry?.[row] === 1) ended.push({ y: after === 1 ? 0 : 1, pair });
    else began.push({ x: [1, past?.[row] ?? 0, land?.[row] ?? 0, (major1?.[row] ?? 0) * (major2?.[row] ?? 0)], y: after, pair });
  }
  const names = ['constant', 'past', 'border', 'majors'];
  const { beta, se } = clusteredLogit(
    { names, columns: names.map((_, at) => Float64Array.from(began, ({ x }) => x[at] ?? 0)), happened: Int32Array.from(began, ({ y }) => y) },
    Int32Array.from(began, ({ pair }) => pair),
  );
  const begins = began.reduce((sum, { y }) => sum + y, 0);
  const words = ['constant', 'by ln(1 + disputes between the two, each halved every ten years)', 'where they share a land border', 'between two great powers'];
  const mean = ([sum = 0, n = 1]: readonly number[]): number => sum / n;
  return {
    ...Object.fromEntries(
      names.map((name, at) => [
        `rivalry.begin-${name}`,
        {
          value: beta[at] ?? 0,
          se: se[at] ?? 0,
          meaning: `log odds a year that two states become strategic rivals: ${words[at] ?? ''}`,
          basis: `logit of ${begins} beginnings in ${began.length.toLocaleString('en-US')} relevant pair-years without rivalry, ${YEARS}`,
        },
      ]),
    ),
    'rivalry.end': ofRate(
      rateOf(
        Float64Array.from(ended, ({ y }) => y),
        Float64Array.from(ended, ({ pair }) => pair),
        undefined,
        Z90,
      ),
      'yearly chance that a strategic rivalry ends',
      `pair-years of rivalry, ${YEARS}; range clustered by pair`,
    ),
    ...Object.fromEntries(
      (
        [
          ['start.past-rivals', behind.rival, 'ln(1 + past disputes) of strategic rivals, where a start does not know them'],
          ['start.past-others', behind.other, '... of other relevant pairs'],
          ['start.activity-major', behind.major, 'ln(1 + past disputes with anybody) of a great power, where a start does not know them'],
          ['start.activity-minor', behind.minor, '... of another state'],
        ] as const
      ).map(([name, sums, meaning]) => [
        name,
        { value: mean(sums), meaning: `mean ${meaning}`, basis: `${sums[1] ?? 0} rows of the initiation frame, 1990 to ${LAST}` },
      ]),
    ),
  };
}

/** How often regimes change. */
export async function recordOfRegimes({ store }: Needs): Promise<Estimates> {
  const tables = {
    nmc: await store.read('nmc', 'state-year', ['ccode', 'year', 'cinc']),
    polity: await store.read('polity', 'state-year', ['cown', 'year', 'polity']),
    wars: await store.read('war', 'participants'),
    majors: await store.read('majors', 'spells'),
  };
  const record = regimesAndWars(tables);
  const [codes, years] = ['ccode', 'year'].map((name) => numberColumn(tables.nmc, name).values);
  const of = (first: number, last: number): Rate => {
    const rows: { y: number; state: number }[] = [];
    for (let row = 0; row < tables.nmc.rows; row++) {
      const [state, year] = [codes?.[row] ?? 0, years?.[row] ?? 0];
      const changed = year >= first && year <= last ? record.regimeChanged(state, year) : undefined;
      if (changed !== undefined) rows.push({ y: Number(changed), state });
    }
    return rateOf(
      Float64Array.from(rows, ({ y }) => y),
      Float64Array.from(rows, ({ state }) => state),
      undefined,
      Z90,
    );
  };
  const meaning = "yearly chance that a state's regime changes: Polity by three points or more, interregnum or transition";
  return {
    'regime.change.since-1946': ofRate(of(FIRST, LAST), meaning, `state-years, ${YEARS}; range clustered by state`),
    'regime.change.to-1945': ofRate(of(1816, 1945), meaning, 'state-years, 1816 to 1945; range clustered by state'),
  };
}

/** How power moves: CINC from year to year, and from decade to decade. */
export async function recordOfPower({ store }: Needs): Promise<Estimates> {
  const table = await store.read('nmc', 'state-year', ['ccode', 'year', 'cinc']);
  const [codes, years, cinc] = ['ccode', 'year', 'cinc'].map((name) => numberColumn(table, name).values);
  const power = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) {
    const value = cinc?.[row] ?? Number.NaN;
    if (value > 0) power.set((codes?.[row] ?? 0) * 10_000 + (years?.[row] ?? 0), Math.log(value));
  }
  const moved: number[] = [];
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [key, value] of power) {
    const year = key % 10_000;
    if (year < 1950 || year > LAST) continue;
    const before = power.get(key - 1);
    if (before !== undefined) moved.push(value - before);
    const [ten, twenty] = [power.get(key - 10), power.get(key - 20)];
    if (year % 10 === 0 && ten !== undefined && twenty !== undefined && year >= 1970) {
      xs.push(ten - twenty);
      ys.push(value - ten);
    }
  }
  // Half the distance between the quartiles, on the scale of a normal: new counts of components make jumps.
  const sorted = Float64Array.from(moved).sort();
  const spread = ((sorted[Math.floor(0.75 * sorted.length)] ?? 0) - (sorted[Math.floor(0.25 * sorted.length)] ?? 0)) / 1.349;
  const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  const slope = xs.reduce((sum, x, at) => sum + (x - mx) * ((ys[at] ?? 0) - my), 0) / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  return {
    'growth.shock': {
      value: spread,
      low: spread * 0.8,
      high: spread * 1.25,
      meaning: "standard deviation of a year's news about the log of a state's share of the world's power",
      basis: `CINC, ${moved.length.toLocaleString('en-US')} state-years, 1951 to ${LAST}: distance between the quartiles over 1.349`,
    },
    'growth.decade-persistence': {
      value: Math.min(0.95, Math.max(0, slope)),
      low: Math.max(0, slope - 0.15),
      high: Math.min(1, Math.max(0, slope + 0.15)),
      meaning: "share of a decade's growth of relative power that goes on in the next",
      basis: `slope of growth in a decade on growth in the one before, CINC, ${xs.length} state-decades to ${LAST}; Pritchett and Summers (2014, NBER 20573) find .2 to .3 for GDP per head`,
    },
  };
}

/** How pacts of defense are made and joined. */
export async function recordOfPacts({ store }: Needs, { initiation, states }: Ties, rng: Rng): Promise<Estimates> {
  const alliances = rowsOf(await store.read('atop', 'alliance')).map((row) => ({
    id: codeOf(row, 'atopid') ?? 0,
    begins: codeOf(row, 'begyr') ?? 0,
    ends: codeOf(row, 'endyr') ?? 0,
    defense: codeOf(row, 'defense') === 1,
    bilateral: codeOf(row, 'bilat') === 1,
    members: Array.from({ length: 59 }, (_, at) => codeOf(row, `mem${at + 1}`) ?? 0).filter((code) => code > 0),
  }));
  const members = rowsOf(await store.read('atop', 'member')).map((row) => ({
    id: codeOf(row, 'atopid') ?? 0,
    state: codeOf(row, 'member') ?? 0,
    from: codeOf(row, 'yrent') ?? 0,
  }));
  const pacts = alliances.filter(({ defense }) => defense);
  const eras = [
    { id: 'to-1945', first: 1816, last: 1945 },
    { id: '1946-1989', first: 1946, last: 1989 },
    { id: 'since-1990', first: 1990, last: LAST },
  ] as const;
  const found: Record<string, Estimate> = {};
  for (const { id, first, last } of eras) {
    let stateYears = 0;
    for (let year = first; year <= last; year++) stateYears += states.of(year).codes.length;
    for (const [kind, bilateral] of [
      ['bilateral', true],
      ['multilateral', false],
    ] as const) {
      const made = pacts.filter((pact) => pact.bilateral === bilateral && pact.begins >= first && pact.begins <= last).length;
      const rate = made / stateYears;
      const spread = Z90 * Math.sqrt(made) * Math.sqrt(2);
      found[`formation.${kind}.${id}`] = {
        value: rate,
        low: Math.max(0, made - spread) / stateYears,
        high: (made + spread) / stateYears,
        meaning: `${kind} defense pacts made, a state and year`,
        basis: `${made} in ${stateYears.toLocaleString('en-US')} state-years, ${first} to ${last} (ATOP 5.1); the range doubles the variance of a count, as pacts come in bunches`,
      };
    }
  }
  const standing = pacts.filter(({ begins, ends }) => begins <= 2018 && (ends === 0 || ends > 2018)).length;
  found['start.pacts'] = { value: standing, meaning: 'defense pacts in force at the end of the record', basis: 'ATOP 5.1, at the end of 2018' };
  const multilateral = pacts.filter(({ bilateral, begins }) => !bilateral && begins >= FIRST && begins <= LAST);
  const founders = multilateral.map(({ id, begins }) => members.filter((one) => one.id === id && one.from <= begins + 1).length).filter((size) => size > 2);
  const size = founders.reduce((sum, one) => sum + one, 0) / founders.length;
  found['formation.size'] = {
    value: size,
    low: size * 0.8,
    high: size * 1.2,
    meaning: 'mean number of founders of a multilateral defense pact',
    basis: `${founders.length} pacts, ${YEARS} (ATOP 5.1)`,
  };
  let years = 0;
  let joined = 0;
  for (const pact of pacts.filter(({ bilateral }) => !bilateral)) {
    const last = Math.min(LAST, pact.ends === 0 ? LAST : pact.ends);
    years += Math.max(0, last - Math.max(FIRST, pact.begins + 2) + 1);
    joined += members.filter(({ id, from }) => id === pact.id && from > pact.begins + 1 && from >= FIRST && from <= LAST).length;
  }
  found['accession.rate'] = {
    value: joined / years,
    low: Math.max(0, joined - Z90 * Math.sqrt(2 * joined)) / years,
    high: (joined + Z90 * Math.sqrt(2 * joined)) / years,
    meaning: 'states that join a multilateral defense pact, a pact and year',
    basis: `${joined} in ${years.toLocaleString('en-US')} pact-years, from two years after the start, ${YEARS} (ATOP 5.1)`,
  };
  return { ...found, ...whoPairs(pacts, { initiation, states }, rng) };
}

const CONTROLS = 40;
const PAIR_TERMS = [
  ['distance', 'by ln(1 + km between their lands)'],
  ['border', 'where they share a land border'],
  ['rivals', 'where they are strategic rivals'],
  ['common-rival', 'where they have a rival in common'],
  ['common-ally', 'where they have an ally in common'],
  ['allied', 'where they are allied already'],
  ['major', 'where one of them is a great power'],
  ['power', 'by the mean of their ln(share of power + 1e-5)'],
] as const;

/** Which two make a bilateral pact: pairs that did beside pairs of the same year drawn at random. */
function whoPairs(
  pacts: readonly { readonly bilateral: boolean; readonly begins: number; readonly ends: number; readonly members: readonly number[] }[],
  { states }: Ties,
  rng: Rng,
): Estimates {
  const x: number[][] = [];
  const y: number[] = [];
  for (const {
    bilateral,
    begins,
    members: [a = 0, b = 0],
  } of pacts) {
    if (!bilateral || begins < FIRST || begins > LAST) continue;
    const one = states.of(begins);
    const n = one.codes.length;
    const [i, j] = [one.position(a), one.position(b)];
    if (i === -1 || j === -1) continue;
    const allied = new Uint8Array(n * n);
    for (const other of pacts) {
      if (other.begins >= begins || (other.ends !== 0 && other.ends < begins)) continue;
      const places = other.members.map((code) => one.position(code)).filter((place) => place !== -1);
      for (const p of places) for (const q of places) if (p !== q) allied[p * n + q] = 1;
    }
    const shares = (of: Uint8Array, p: number, q: number): number => {
      for (let k = 0; k < n; k++) if (of[p * n + k] === 1 && of[q * n + k] === 1) return 1;
      return 0;
    };
    const facts = (p: number, q: number): number[] => [
      1,
      Math.log1p(one.km[p * n + q] ?? 0),
      one.contiguity[p * n + q] === 1 ? 1 : 0,
      one.rivals[p * n + q] ?? 0,
      shares(one.rivals, p, q),
      shares(allied, p, q),
      allied[p * n + q] ?? 0,
      Math.max(one.major[p] ?? 0, one.major[q] ?? 0),
      (Math.log((one.cinc[p] ?? 0) + 1e-5) + Math.log((one.cinc[q] ?? 0) + 1e-5)) / 2,
    ];
    x.push(facts(i, j));
    y.push(1);
    for (let k = 0; k < CONTROLS; k++) {
      const p = rng.int(n);
      const q = rng.int(n);
      if (p === q || (p === i && q === j)) continue;
      x.push(facts(p, q));
      y.push(0);
    }
  }
  const names = ['constant', ...PAIR_TERMS.map(([name]) => name)];
  const { beta, se } = clusteredLogit(
    { names, columns: names.map((_, at) => Float64Array.from(x, (row) => row[at] ?? 0)), happened: Int32Array.from(y) },
    Int32Array.from(y.keys()),
  );
  const events = y.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(
    PAIR_TERMS.map(([name, words], at) => [
      `formation.pair-${name}`,
      {
        value: beta[at + 1] ?? 0,
        se: se[at + 1] ?? 0,
        meaning: `log odds that two states, rather than two others, make a bilateral defense pact: ${words}`,
        basis: `logit of ${events} pairs that did and ${y.length - events} of the same years drawn at random, ${YEARS} (ATOP 5.1)`,
      },
    ]),
  );
}

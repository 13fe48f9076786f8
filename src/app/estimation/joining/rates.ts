import { cowStates } from '../../../core/atop/states.ts';
import { readDisputes } from '../../../core/casus/disputes.ts';
import { rateOf, type Rate } from '../../../core/estimate/rate.ts';
import type { StateYears } from '../../../core/record/state-years.ts';
import { createRegistry } from '../../../core/states/registry.ts';
import { numberColumn, type Table } from '../../../core/table/table.ts';
import { clusteredFit, coefficientOf, fitTable, type ClusteredFit } from '../clustered-fit.ts';
import { estimateFact, rateFact } from '../facts.ts';
import { JOINING_TABLES, readJoiningFrame, readStateYears } from './frame.ts';
import { dataVersions, PILOT, type EstimationContext, type Fact, type ResultTable, type Section } from '../section.ts';

const WAR = 5;

type Where = Readonly<Record<string, number>>;

/** The target's side of disputes that went to war by GML's coding. */
const AT_WAR: Where = { hostlev: WAR, target_side: 1 };
/** ... of interstate wars by COW's. */
const COW_WAR: Where = { war: 1, target_side: 1 };

/** Where a state stands to the side it might join. */
const STANDINGS: readonly (readonly [id: string, words: string, where: Where])[] = [
  ['pact', 'promised help', { pact: 1 }],
  ['owed', '... and owed it on the first day', { owed: 1 }],
  ['unmet', '... and owed none, as conditions failed', { unmet: 1 }],
  ['none', '... promised none: neighbors and major powers', { pact: 0 }],
];

const GEOGRAPHY =
  'delta_alone + ln_km_side + major + ln_km_side:major + ln_km_opponent + border_side + border_opponent + rival_opponent + nuclear_opponent + ln_cinc + postwar';

/** Who joins a dispute on the side of whom it promised help, and who joins without. @throws {DataError} where a table is lacking */
export async function joiningRatesSection(context: EstimationContext): Promise<Section> {
  const { store } = context;
  const states = await readStateYears(context);
  const { table, disputes, wars } = await readJoiningFrame(context);
  const outside = await outsideOf(context, table, states);
  const inWar = `target_side == 1 & hostlev == ${WAR}`;
  const fits = [
    ['at war, promise alone', 'joined ~ owed + unmet', inWar],
    ['at war', `joined ~ owed + unmet + ${GEOGRAPHY}`, inWar],
    ["disputes, target's side", `joined ~ owed + unmet + owed:at_war + unmet:at_war + at_war + ${GEOGRAPHY}`, 'target_side == 1'],
    ["disputes, challenger's side", `joined ~ owed + unmet + owed:at_war + unmet:at_war + at_war + ${GEOGRAPHY}`, 'target_side == 0'],
  ] as const;
  const frame = withWar(table);
  const found = fits.map(([words, formula, subset]) => [words, clusteredFit(frame, { formula, subset, cluster: 'dispnum' })] as const);
  return {
    id: 'joining',
    title: 'Who joins, promised or not',
    method:
      `Every state near a dispute, or a major power, or bound to an originator: ${disputes.toLocaleString('en-US')} disputes of 1816-2010, ${wars} of them interstate wars. ` +
      "What was owed is the law's ruling on ATOP's conditions for the first day of the war, or of the dispute where there was none. Shares with intervals, and logits with standard errors, robust to dependence within disputes.",
    facts: [...rateFacts(frame, outside), ...gapFacts(frame, outside, found)],
    tables: [ratesTable(frame), fitTable('joining', "What goes with joining: log odds (standard error); 'at_war' is hostility 5", 'joined', found)],
    data: dataVersions(store, JOINING_TABLES),
    notes: [
      'Who might join is counted by dispute and side; a state bound to two originators of a side is one row.',
      `Interstate wars in which somebody bound to the target fought for it though conditions failed grew out of disputes of ${unmetYears(table).join(', ')}.`,
      'The gap between the promised and the others is no effect of promising: states promise help to whom they would help.',
      'The joining equation that the models use is in the section crisis.',
    ],
  };
}

/** Years of the disputes that grew to interstate wars in which one who owed nothing, as conditions failed, fought for the target. */
function unmetYears(table: Table): number[] {
  const [fought, unmet, side, year] = ['fought', 'unmet', 'target_side', 'year'].map((name) => numberColumn(table, name).values);
  const years = Array.from({ length: table.rows }, (_, row) => (fought?.[row] === 1 && unmet?.[row] === 1 && side?.[row] === 1 ? (year?.[row] ?? 0) : 0));
  return [...new Set(years.filter((one) => one > 0))].toSorted((a, b) => a - b);
}

/** The frame with `at_war`: hostility reached war. */
function withWar(table: Table): Table {
  const hostility = numberColumn(table, 'hostlev').values;
  return { ...table, columns: [...table.columns, { name: 'at_war', kind: 'int8', values: Int8Array.from(hostility, (level) => (level === WAR ? 1 : 0)) }] };
}

function rateIn(table: Table, outcome: string, where: Where): Rate {
  const conditions = Object.entries(where).map(([name, value]) => [numberColumn(table, name).values, value] as const);
  return rateOf(numberColumn(table, outcome).values, numberColumn(table, 'dispnum').values, (row) =>
    conditions.every(([values, value]) => values[row] === value),
  );
}

interface Outside {
  /** States of the system that are in no row of a dispute that went to war. */
  readonly states: number;
  /** Those of them that took part on the target's side. */
  readonly joined: number;
}

/** States too far away, and not bound, to be in the frame: to compare with studies that take every state. */
async function outsideOf({ store, catalog }: EstimationContext, table: Table, years: StateYears): Promise<Outside> {
  const disputes = readDisputes(await store.read('gml', 'mida'), await store.read('gml', 'midb'), cowStates(createRegistry(catalog.states)));
  const [numbers, codes, turned] = ['dispnum', 'ccode', 'turned'].map((name) => numberColumn(table, name).values);
  const inside = new Map<number, Set<number>>();
  const reversed = new Set<number>();
  for (let row = 0; row < table.rows; row++) {
    const dispute = numbers?.[row] ?? 0;
    const known = inside.get(dispute) ?? new Set();
    inside.set(dispute, known);
    known.add(codes?.[row] ?? 0);
    if (turned?.[row] === 1) reversed.add(dispute);
  }
  let [states, joined] = [0, 0];
  for (const { id, hostility, date, participants } of disputes) {
    const near = inside.get(id);
    if (near === undefined || hostility !== WAR) continue;
    const members = new Set(years.of(Number(date.slice(0, 4))).codes);
    const first = new Set(participants.flatMap(({ originator, number }) => (originator && members.has(number) ? [number] : [])));
    const target = reversed.has(id) ? 'A' : 'B';
    states += members.size - first.size - near.size;
    joined += new Set(
      participants.flatMap(({ number, side }) => (side === target && members.has(number) && !first.has(number) && !near.has(number) ? [number] : [])),
    ).size;
  }
  return { states, joined };
}

/** Everybody who promised nothing, near or not. */
function othersIn(table: Table, { states, joined }: Outside): { readonly value: number; readonly n: number; readonly events: number } {
  const near = rateIn(table, 'joined', { ...AT_WAR, pact: 0 });
  const [n, events] = [near.n + states, near.events + joined];
  return { value: events / n, n, events };
}

function rateFacts(table: Table, outside: Outside): Fact[] {
  const expected: Readonly<Record<string, Partial<Fact>>> = {
    pact: { expected: { value: 0.108, source: PILOT }, note: '.11 to .14 by coding' },
    none: { expected: { value: 0.039, source: PILOT } },
  };
  const cow: Readonly<Record<string, number>> = { owed: 0.071, unmet: 0.014, none: 0.02 };
  return [
    ...STANDINGS.map(([id, words, where], at) =>
      rateFact(
        `war.${id}`,
        at === 0 ? `joined the target, disputes at war (GML): ${words}` : words,
        rateIn(table, 'joined', { ...AT_WAR, ...where }),
        expected[id],
      ),
    ),
    { id: 'war.others', words: '... all other states of the world', ...othersIn(table, outside), expected: { value: 0.0127, source: PILOT } },
    ...STANDINGS.map(([id, words, where], at) => {
      const value = cow[id];
      return rateFact(
        `cow.${id}`,
        at === 0 ? `fought for the target, interstate wars (COW): ${words}` : words,
        rateIn(table, 'fought', { ...COW_WAR, ...where }),
        value === undefined ? {} : { expected: { value, source: PILOT } },
      );
    }),
  ];
}

const logit = (p: number): number => Math.log(p / (1 - p));

function gapFacts(table: Table, outside: Outside, fits: readonly (readonly [words: string, found: ClusteredFit])[]): Fact[] {
  const allies = rateIn(table, 'joined', { ...AT_WAR, pact: 1 }).value;
  const near = rateIn(table, 'joined', { ...AT_WAR, pact: 0 }).value;
  const held = fits[1]?.[1];
  return [
    {
      id: 'gap.all',
      words: 'at war, promised against all others',
      value: logit(allies) - logit(othersIn(table, outside).value),
      unit: 'logits',
      expected: { value: 2.2, source: PILOT },
      note: '2.2 to 2.5 by coding',
    },
    {
      id: 'gap.near',
      words: '... against neighbors and major powers',
      value: logit(allies) - logit(near),
      unit: 'logits',
      expected: { value: 1.1, source: PILOT },
    },
    ...(held === undefined
      ? []
      : [
          estimateFact('gap.held', '... owed, with distance, borders, rivalry and power held', coefficientOf(held, 'owed'), {
            unit: 'logits',
            n: held.fit.n,
            events: held.events,
            expected: { value: 1.7, source: PILOT },
          }),
        ]),
  ];
}

function ratesTable(table: Table): ResultTable {
  const sides = [
    ["target's side", 1],
    ["challenger's side", 0],
  ] as const;
  const eras = [
    ['to 1945', 0],
    ['from 1946', 1],
  ] as const;
  return {
    id: 'rates',
    title: 'Joined, at any level of hostility, by what was promised',
    columns: ['', 'disputes: joined', 'of', 'share', 'at war (GML): joined', 'of', 'share'],
    rows: sides.flatMap(([side, target]) =>
      eras.flatMap(([era, postwar]) =>
        STANDINGS.map(([, words, where]) => [
          `${side}, ${era}: ${words.replace(/^\.\.\. (and )?/, '')}`,
          ...[{}, { hostlev: WAR }].flatMap((level: Where) => {
            const { value, n, events } = rateIn(table, 'joined', { target_side: target, postwar, ...level, ...where });
            return [events, n, value];
          }),
        ]),
      ),
    ),
  };
}

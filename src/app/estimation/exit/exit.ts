import { fitCox, type CoxFit } from '../../../core/estimate/cox.ts';
import type { Rate } from '../../../core/estimate/rate.ts';
import { tableFromRows } from '../../../core/table/from-rows.ts';
import { numberColumn, rowAt, type Row, type Table } from '../../../core/table/table.ts';
import { coefficientOf, fitTable, withError, type ClusteredFit, type Coefficient } from '../clustered-fit.ts';
import { EXIT_TABLES, readExitFrames } from './frame.ts';
import { ERAS, exitFormula, pactFit, yearlyRate, type Where } from './fits.ts';
import { estimateFact, rateFact } from '../facts.ts';
import { dataVersions, PILOT, type EstimationContext, type Fact, type ResultTable, type Section } from '../section.ts';

/** What a row of the treaty frame must be to count: a pact that promised defense in some phase. */
const PACT: Where = { defense_ever: 1 };

const CAUSES = {
  fulfilled: 'fulfilled, or its term run out',
  renegotiated: 'renegotiated or replaced',
  violated: 'violated or abrogated',
  lapsed: 'a member lost its independence',
} as const;

const MEMBER_CAUSES = {
  expired: 'not renewed, or moot, or a war was lost',
  replaced: 'replaced',
  broken: 'broken before its time',
  independence: 'loss of independence',
} as const;

type Kind = readonly [id: string, words: string, where: Where];

const KINDS: readonly Kind[] = [
  ['multilateral', 'multilateral', { multilateral: 1 }],
  ['major-minor', 'bilateral, a great power among the two', { multilateral: 0, major_at_signing: 1 }],
  ['minor-minor', 'bilateral, no great power', { multilateral: 0, major_at_signing: 0 }],
];

/** How alliances end: yearly hazards, what moves them, and by what they end. */
export async function exitSection({ store }: EstimationContext): Promise<Section> {
  const { treaties, members } = await readExitFrames(store);
  const fits = ERAS.map(({ id, words, subset }) => ({ id, words, found: pactFit(treaties, exitFormula(id), { subset }) }));
  const cloglog = pactFit(treaties, exitFormula('all'), { link: 'cloglog' });
  const lives = livesOf(treaties);
  const pieces = piecesOf(treaties);
  const cox = {
    lives: fitCox({ formula: 'ended ~ withdrawal_ever + formed_after_1945', stop: 'years' }, lives),
    raw: fitCox({ formula: 'ended ~ withdrawal_ever', stop: 'years' }, lives),
    years: fitCox({ formula: 'ended ~ withdrawal + after_1945', start: 'before', stop: 'age' }, pieces),
    full: fitCox({ formula: exitFormula('all'), start: 'before', stop: 'age' }, pieces),
  };
  const odds = pactFit(treaties, 'ended ~ withdrawal + after_1945 + log_age');
  const causes = (['fulfilled', 'renegotiated', 'violated'] as const).map((cause) => ({
    cause,
    found: pactFit(
      treaties,
      `${cause} ~ withdrawal + log_members + after_1945 + no_major + conditional + regime_change + member_at_war + outside_alliance_before + democratic + organized`,
    ),
  }));
  const leaving = pactFit(
    members,
    'left ~ withdrawal + multilateral + after_1945 + major + conditional + offense + asymmetric + expiring + regime_change + at_war + capability_change',
  );
  return {
    id: 'exit',
    title: 'How alliances end',
    method:
      'Treaty-years and membership-years of ATOP 5.1: at risk from the year after the signature to that of the end, or 2018. Hazards by logit in discrete time; ratios of hazards ' +
      'by partial likelihood, ties after Efron. Intervals are robust to dependence within treaties.',
    facts: [...rateFacts(treaties, members), ...withdrawalFacts(treaties, cox, odds)],
    tables: [
      eraTable(treaties, members),
      hazardTable(fits, cloglog, cox.full),
      causeRates(treaties, members),
      fitTable(
        'causes',
        'What moves each way of ending: log odds a year (standard error)',
        'ends',
        causes.map(({ cause, found }) => [CAUSES[cause], found]),
      ),
      fitTable('members', 'What moves the leaving of a member, with the treaty or alone: log odds a year (standard error)', 'ends', [
        ['members of defense pacts', leaving],
      ]),
    ],
    data: dataVersions(store, EXIT_TABLES),
    notes: [
      'States write a right to leave where they expect to stay: its ratio of hazards describes who writes it, and is not what the clause does.',
      'A regime change, a war and a change of power count in the year itself, so that they hold what the end brought with it; an alliance with an outsider counts as the year began.',
      'Rows lack a value where ATOP found no text, before 1816 and after 2007 (wars), or where Polity or CINC is unknown.',
      'Specifications tried: the equation with and without age, with and without the number of members, with seven further clauses; each by era and over all years; two codings of the right to leave.',
    ],
  };
}

const fact = (id: string, words: string, rate: Rate, expected?: readonly [value: number, source: string]): Fact =>
  rateFact(id, words, rate, { unit: 'a year', ...(expected !== undefined && { expected: { value: expected[0], source: expected[1] } }) });

function rateFacts(treaties: Table, members: Table): Fact[] {
  const of = (where: Where): Rate => yearlyRate(treaties, 'ended', { ...PACT, ...where });
  const leaving = (where: Where, outcome = 'left'): Rate => yearlyRate(members, outcome, { ...PACT, ...where });
  const pacts = new Set<number>();
  const [ids, promised] = [numberColumn(treaties, 'atopid').values, numberColumn(treaties, 'defense_ever').values];
  for (let row = 0; row < treaties.rows; row++) if (promised[row] === 1) pacts.add(ids[row] ?? 0);
  const all = of({});
  const expected: Readonly<Record<string, number>> = { multilateral: 0.042, 'major-minor': 0.049, 'minor-minor': 0.067 };
  return [
    { id: 'pacts.ended', words: 'defense pacts that ended by 2018', value: all.events, n: pacts.size, expected: { value: 232, source: PILOT } },
    fact('hazard.any', 'defense pacts end', all, [0.053, PILOT]),
    ...KINDS.map(([id, words, where]) => fact(`hazard.${id}`, `... ${words}`, of(where), [expected[id] ?? 0, PILOT])),
    fact('members.multilateral', 'a member of a multilateral one leaves, with it or alone', leaving({ multilateral: 1 }), [0.025, PILOT]),
    fact('members.bilateral', '... of a bilateral one', leaving({ multilateral: 0 }), [0.058, PILOT]),
    fact('members.alone', '... of a multilateral one that goes on without it', leaving({ multilateral: 1 }, 'left_alone')),
    fact('members.multilateral.since-1946', 'a member of a multilateral one leaves, since 1946', leaving({ multilateral: 1, after_1945: 1 })),
    fact('members.bilateral.since-1946', '... of a bilateral one, since 1946', leaving({ multilateral: 0, after_1945: 1 })),
    fact(
      'members.alone.since-1946',
      '... of a multilateral one that goes on without it, since 1946',
      leaving({ multilateral: 1, after_1945: 1 }, 'left_alone'),
    ),
  ];
}

interface Ratios {
  readonly lives: CoxFit;
  readonly raw: CoxFit;
  readonly years: CoxFit;
}

const ratio = (id: string, words: string, coefficient: Pick<Coefficient, 'estimate' | 'se'>, rest: Partial<Fact>): Fact =>
  estimateFact(id, words, coefficient, rest, Math.exp);

function withdrawalFacts(treaties: Table, { lives, raw, years }: Ratios, odds: ClusteredFit): Fact[] {
  const of = (era: number, clause: number): Rate => yearlyRate(treaties, 'ended', { ...PACT, after_1945: era, withdrawal_ever: clause });
  const first = ({ coefficients: [one] }: CoxFit): Pick<Coefficient, 'estimate' | 'se'> => one ?? { estimate: Number.NaN, se: Number.NaN };
  const counted = ({ n, events }: CoxFit): Partial<Fact> => ({ n, events });
  return [
    ratio('withdrawal.cox', 'ratio of hazards with a right to leave, by lives, era of signature held', first(lives), {
      ...counted(lives),
      expected: { value: 0.32, source: PILOT },
    }),
    ratio('withdrawal.cox-raw', '... era not held', first(raw), counted(raw)),
    ratio('withdrawal.cox-years', '... by years, the phase in force and the era of the year', first(years), counted(years)),
    ratio('withdrawal.odds', 'ratio of yearly odds, era and age held', coefficientOf(odds, 'withdrawal'), {
      n: odds.fit.n,
      events: odds.events,
      expected: { value: 0.31, source: PILOT },
    }),
    fact('withdrawal.to-1945', 'with a right to leave, to 1945: they end', of(0, 1), [0.161, PILOT]),
    fact('no-withdrawal.to-1945', '... without', of(0, 0), [0.11, PILOT]),
    fact('withdrawal.since-1946', 'with a right to leave, since 1946: they end', of(1, 1), [0.0072, PILOT]),
    fact('no-withdrawal.since-1946', '... without', of(1, 0), [0.0522, PILOT]),
  ];
}

/** One row a pact: how long it lasted. */
function livesOf(treaties: Table): Table {
  const last = new Map<number, Row>();
  for (let row = 0; row < treaties.rows; row++) {
    const one = rowAt(treaties, row);
    if (one['defense_ever'] === 1) last.set(Number(one['atopid']), one);
  }
  const rows = [...last.values()].map((row): Row => ({
    ended: row['ended'] ?? 0,
    years: Math.max(1, Number(row['age'])),
    // Without a text no right to leave is known of.
    withdrawal_ever: row['withdrawal_ever'] ?? 0,
    formed_after_1945: Number(row['year']) - Number(row['age']) >= 1946 ? 1 : 0,
  }));
  return tableFromRows({ ended: 'int8', years: 'int16', withdrawal_ever: 'int8', formed_after_1945: 'int8' }, rows);
}

/** The years of defense pacts as pieces of their lives. */
function piecesOf(treaties: Table): Table {
  const [age, promised, ended] = [numberColumn(treaties, 'age').values, numberColumn(treaties, 'defense_ever').values, numberColumn(treaties, 'ended')];
  const before = Int16Array.from(age, (years) => years - 1);
  // Rows of other alliances have no outcome, and so are left out.
  const values = Float64Array.from(ended.values, (value, row) => (promised[row] === 1 ? value : Number.NaN));
  const columns = treaties.columns.map((column) => (column.name === 'ended' ? { ...ended, kind: 'float64' as const, values } : column));
  return { rows: treaties.rows, columns: [...columns, { name: 'before', kind: 'int16', values: before }] };
}

function hazardTable(fits: readonly { readonly words: string; readonly found: ClusteredFit }[], cloglog: ClusteredFit, cox: CoxFit): ResultTable {
  const table = fitTable('hazard', 'What moves the yearly hazard of a defense pact: log odds (standard error)', 'ends', [
    ...fits.map(({ words, found }) => [words, found] as const),
    ['cloglog, all years', cloglog],
  ]);
  const ratios = new Map(cox.coefficients.map((one) => [one.name, withError(one)]));
  const ends: Readonly<Record<string, number | string>> = { rows: cox.n, ends: cox.events, 'log-likelihood': cox.logLik.toFixed(3) };
  return {
    ...table,
    columns: [...table.columns, 'Cox, all years'],
    rows: table.rows.map((row) => [...row, ratios.get(String(row[0])) ?? ends[String(row[0])] ?? null]),
  };
}

function eraTable(treaties: Table, members: Table): ResultTable {
  const eras = [
    ['to 1945', { after_1945: 0 }],
    ['since 1946', { after_1945: 1 }],
  ] as const;
  const line = (what: string, table: Table, outcome: string, where: Where): ResultTable['rows'][number] => {
    const { value, low, high, n, events } = yearlyRate(table, outcome, { ...PACT, ...where });
    return [what, value, low, high, events, n];
  };
  return {
    id: 'eras',
    title: 'Yearly hazards by era',
    columns: ['', 'rate', 'from', 'to', 'ends', 'years'],
    rows: eras.flatMap(([words, era]) => [
      line(`defense pacts, ${words}`, treaties, 'ended', era),
      ...KINDS.map(([, kind, where]) => line(`... ${kind}`, treaties, 'ended', { ...era, ...where })),
      line('members of multilateral ones', members, 'left', { ...era, multilateral: 1 }),
      line('... alone', members, 'left_alone', { ...era, multilateral: 1 }),
      line('members of bilateral ones', members, 'left', { ...era, multilateral: 0 }),
    ]),
  };
}

function causeRates(treaties: Table, members: Table): ResultTable {
  const rates = (table: Table, outcome: string): (number | string)[] => {
    const [before, since] = [0, 1].map((era) => yearlyRate(table, outcome, { ...PACT, after_1945: era }));
    return before === undefined || since === undefined ? [] : [before.events, before.value, since.events, since.value];
  };
  return {
    id: 'causes-rates',
    title: 'Ways of ending, a year',
    columns: ['', 'ends to 1945', 'rate', 'ends since 1946', 'rate'],
    rows: [
      ...Object.entries(CAUSES).map(([name, words]) => [`pact: ${words}`, ...rates(treaties, name)]),
      ...Object.entries(MEMBER_CAUSES).map(([name, words]) => [`member: ${words}`, ...rates(members, name)]),
    ],
  };
}

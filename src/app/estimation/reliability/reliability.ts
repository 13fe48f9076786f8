import { cowStates } from '../../../core/atop/states.ts';
import { rateOf } from '../../../core/estimate/rate.ts';
import { callsIn, type Call } from '../../../core/record/calls.ts';
import { honoringFrame } from '../../../core/record/honoring.ts';
import { createRegistry } from '../../../core/states/registry.ts';
import { isMissing } from '../../../core/table/column.ts';
import { numberColumn, rowsOf, type Row, type Table } from '../../../core/table/table.ts';
import { readAtopTreaties } from '../../atop.ts';
import { clusteredFit, coefficientOf, fitTable, type ClusteredFit } from '../clustered-fit.ts';
import { estimateFact, rateFact } from '../facts.ts';
import { JOINING_TABLES } from '../joining/frame.ts';
import { joinTable } from './join.ts';
import { dataVersions, PILOT, type EstimationContext, type Fact, type ResultTable, type Section } from '../section.ts';

/** The tables this rests on, by source. */
const TABLES = [
  ['berkemeier-fuhrmann', 'cases'],
  ['leeds-anac', 'cases'],
  ['war', 'participants'],
  ['atop', 'phase'],
  ['atop', 'member'],
  ['atop', 'institutions'],
  ['atop', 'directed-dyad-year'],
] as const;

const ARTICLE = 'Berkemeier and Fuhrmann 2018';

/** The two codings of what became of a commitment. */
const CODINGS = [
  { id: 'llm', words: 'after Leeds, Long and Mitchell', outcome: 'honored_llm', called: 'called_llm' },
  { id: 'bf', words: "the authors' own", outcome: 'honored', called: 'called' },
] as const;

type Where = Readonly<Record<string, number>>;

/** Kinds of commitment, with the share that the article gives for the first coding. */
const KINDS: readonly (readonly [id: string, words: string, where: Where, published?: number])[] = [
  ['all', 'commitments honored', {}, 0.5],
  ['before-1945', '... before 1945, as the file divides the cases', { sample: 1 }, 0.66],
  ['from-1945', '... from 1945', { sample: 0 }, 0.22],
  ['defense', '... to defend', { defense: 1 }, 0.41],
  ['offense', '... to join an attack', { offense: 1 }, 0.74],
  ['neutrality', '... to stay neutral', { neutral: 1 }, 0.78],
  ['nonaggression', '... not to attack', { nonaggression: 1 }, 0.37],
  ['bilateral', '... of two members', { bilateral: 1 }],
  ['multilateral', '... of more', { bilateral: 0 }],
];

/** Whether commitments are kept in war, by those who coded it and by the law's ruling. @throws {DataError} where a table is lacking */
export async function reliabilitySection(context: EstimationContext): Promise<Section> {
  const { store, catalog, world } = context;
  const participants = await store.read('war', 'participants');
  const calls = callsIn({
    participants,
    treaties: (await readAtopTreaties(store, catalog)).all().map(({ treaty }) => treaty),
    world,
    states: cowStates(createRegistry(catalog.states)),
  });
  const frame = honoringFrame({
    cases: await store.read('berkemeier-fuhrmann', 'cases'),
    participants,
    calls,
    phase: await store.read('atop', 'phase'),
    member: await store.read('atop', 'member'),
    institutions: await store.read('atop', 'institutions'),
  });
  const tests = await store.read('leeds-anac', 'cases');
  const main = clusteredFit(tests, { formula: `honor3 ~ ${LEEDS_ANAC}`, cluster: 'war' });
  const more = clusteredFit(tests, { formula: `honor3 ~ ${LEEDS_ANAC} + wartime + active + bilat`, cluster: 'war' });
  const other = clusteredFit(tests, { formula: `honor2 ~ ${LEEDS_ANAC}`, cluster: 'war' });
  const kinds = CODINGS.map(
    ({ words, outcome }) =>
      [
        words,
        clusteredFit(frame, { formula: `${outcome} ~ bilateral + conditional + secret + wartime + institutions + formality + postwar`, cluster: 'warid' }),
      ] as const,
  );
  return {
    id: 'reliability',
    title: 'Whether commitments are honored in war',
    method:
      "Cases are alliances in wars. Shares of those that the war put to the test, by each coding; intervals robust to dependence within wars. Beside them the law: what ATOP's " +
      'alliances, with the conditions it codes, made members owe each other as each entered an interstate war, and who then fought. Logits with standard errors by war.',
    facts: [...shareFacts(frame), ...lawFacts(frame, calls), ...leedsAnacFacts(main)],
    tables: [
      codingsTable(frame),
      lawTable(frame),
      fightersTable(calls),
      await joinTable(context, calls, frame, tests),
      fitTable('leeds-anac', 'Leeds and Anac 2005: log odds of honoring (standard error)', 'honored', [
        ['their main model', main],
        ['with their footnote 20', more],
        ['honored recoded (footnote 12)', other],
      ]),
      fitTable('clauses', 'What goes with honoring, by clauses of ATOP 5.1: log odds (standard error)', 'honored', kinds),
    ],
    data: dataVersions(store, [...new Map([...TABLES, ...JOINING_TABLES].map((one) => [one.join('/'), one])).values()]),
    notes: [
      'The shares the article gives are those of the coding after Leeds, Long and Mitchell; its division at 1945 puts four alliances signed in 1945 with the later cases.',
      'The law is asked about interstate wars of the Correlates of War alone, and takes as attacked whoever did not begin the war and fought in its own part of the world; coders read ' +
        'the history of each case. States that fought abroad alone are left out since it was seen that NATO counted as called by Korea.',
      'An alliance is a case once for a war, whatever the number of its members: it is honored where the coders say so, a member where it fought. The two are not the same rate.',
      'Alliances are tested where the challenger did not believe in them: what is honored once tested is below what would be honored (Smith 1995).',
      'None of the fits is used by the models: they stand beside the join equation, which rests on every state near a dispute.',
      'The join equation is fitted to other wars than the one it foresees, five folds; it foresees states near the dispute from which a war grew, so that who owed help to one that entered a war later is mostly not among them.',
    ],
  };
}

const LEEDS_ANAC = 'milinst + formal + chcap2d + dinstch2 + origtar1';

/** Rows that meet conditions. */
function meeting(frame: Table, where: Where): (row: number) => boolean {
  const conditions = Object.entries(where).map(([name, value]) => [numberColumn(frame, name), value] as const);
  return (row) => conditions.every(([column, value]) => column.values[row] === value && !isMissing(column, row));
}

/** Share of 1 in a column, where it is known, among rows that meet conditions. */
function shareIn(frame: Table, name: string, where: Where): ReturnType<typeof rateOf> {
  const column = numberColumn(frame, name);
  const meets = meeting(frame, where);
  return rateOf(column.values, numberColumn(frame, 'warid').values, (row) => !isMissing(column, row) && meets(row));
}

function shareFacts(frame: Table): Fact[] {
  return CODINGS.flatMap(({ id, words: coding, outcome }) =>
    KINDS.map(([kind, words, where, published]) =>
      rateFact(`${id}.${kind}`, kind === 'all' ? `${words}, coding ${coding}` : words, shareIn(frame, outcome, where), {
        ...(id === 'llm' && published !== undefined && { expected: { value: published, source: ARTICLE } }),
      }),
    ),
  );
}

function leedsAnacFacts(main: ClusteredFit): Fact[] {
  const coefficient = (id: string, words: string, name: string): Fact =>
    estimateFact(id, words, coefficientOf(main, name), { unit: 'log odds', note: 'Leeds and Anac 2005: no sign that it makes alliances more reliable' });
  return [
    {
      id: 'leeds-anac.loglik',
      words: 'log-likelihood of the main model of Leeds and Anac',
      value: main.fit.logLik,
      n: main.fit.n,
      events: main.events,
      expected: { value: -57.345, source: PILOT },
    },
    coefficient('leeds-anac.institutions', '... military institutions, a step', 'milinst'),
    coefficient('leeds-anac.formality', '... formality, a step', 'formal'),
  ];
}

/** Cases the law was asked about: alliances that promise help, signed by the first day of a war on the list. */
const ASKED: Where = { help: 1, listed: 1, signed_in_war: 0 };

/** What the law and the fighting say of a row. */
type LawSays = 'all' | 'some' | 'none' | 'nothing owed';

function lawSays(row: Row): LawSays {
  const [owed, helped] = [Number(row['owed']), Number(row['helped'])];
  return owed === 0 ? 'nothing owed' : helped === 0 ? 'none' : helped < owed ? 'some' : 'all';
}

/** What the coders say of a row: honored, violated, not called, or not a case for another reason. */
function codersSay(row: Row, { outcome, called }: (typeof CODINGS)[number]): string {
  return row[outcome] === 1 ? 'honored' : row[outcome] === 0 ? 'violated' : row[called] === 0 ? 'not called' : 'no case';
}

function lawFacts(frame: Table, calls: readonly Call[]): Fact[] {
  const [coding] = CODINGS;
  const meets = meeting(frame, ASKED);
  const rows = rowsOf(frame).filter((_, row) => meets(row));
  const count = (coders: string, law: (says: LawSays) => boolean): number =>
    rows.filter((row) => codersSay(row, coding) === coders && law(lawSays(row))).length;
  const share = (id: string, words: string, events: number, n: number): Fact => ({ id, words, value: events / n, n, events });
  const owes = (says: LawSays): boolean => says !== 'nothing owed';
  const any = (): boolean => true;
  const called = count('honored', any) + count('violated', any);
  const owed = count('honored', owes) + count('violated', owes);
  const agreed = count('honored', (says) => says === 'all') + count('violated', (says) => owes(says) && says !== 'all');
  const totals = (chosen: (call: Call) => boolean): readonly [number, number] =>
    calls.filter(chosen).reduce(([kept, all], { owedHelp, helped }) => [kept + helped.size, all + owedHelp.size], [0, 0] as readonly [number, number]);
  return [
    share('law.called', 'promises to help that coders call tested: by the law too', owed, called),
    share(
      'law.not-called',
      '... that coders call not tested: nor by the law',
      count('not called', (says) => !owes(says)),
      count('not called', any),
    ),
    share('law.kept', '... tested by both: honored just where all who owed help fought', agreed, owed),
    share('law.fought', 'members that owed help by the law: they fought', ...totals(any)),
    share('law.fought.to-1944', '... to 1944', ...totals(({ year }) => year < 1945)),
    share('law.fought.from-1945', '... from 1945', ...totals(({ year }) => year >= 1945)),
  ];
}

function codingsTable(frame: Table): ResultTable {
  const postwar = KINDS.flatMap(([, words, where]) => [[words, where] as const]);
  const eras: readonly (readonly [string, Where])[] = [
    ['... to defend, before 1945', { defense: 1, sample: 1 }],
    ['... to defend, from 1945', { defense: 1, sample: 0 }],
    ['... wars that began before 1945', { postwar: 0 }],
    ['... wars that began from 1945', { postwar: 1 }],
  ];
  return {
    id: 'codings',
    title: 'Commitments honored, by coding',
    columns: ['', ...CODINGS.flatMap(({ words }) => [`honored, ${words}`, 'tested', 'share'])],
    rows: [...postwar, ...eras].map(([words, where]) => [
      words,
      ...CODINGS.flatMap(({ outcome }) => {
        const { value, n, events } = shareIn(frame, outcome, where);
        return [events, n, value];
      }),
    ]),
  };
}

function lawTable(frame: Table): ResultTable {
  const [coding] = CODINGS;
  const rows = rowsOf(frame).filter((row) => row['help'] === 1);
  const says = (row: Row): string =>
    row['listed'] === 0
      ? 'war not listed'
      : row['signed_in_war'] === 1
        ? 'signed in the war'
        : `owed: ${lawSays(row)}`.replace('owed: nothing owed', 'nothing owed');
  const columns = ['owed: all', 'owed: some', 'owed: none', 'nothing owed', 'signed in the war', 'war not listed'];
  return {
    id: 'law',
    title: `Alliances that promise help: what coders (${coding.words}) and the law say; of those that owed help, who fought`,
    columns: ['coders', 'all that owed it fought', 'some', 'none', 'nothing owed', 'signed in the war', 'war not listed'],
    rows: ['honored', 'violated', 'not called', 'no case'].map((coders) => [
      coders,
      ...columns.map((law) => rows.filter((row) => codersSay(row, coding) === coders && says(row) === law).length),
    ]),
  };
}

function fightersTable(calls: readonly Call[]): ResultTable {
  const eras = [
    ['to 1913', 0, 1913],
    ['1914-1944', 1914, 1944],
    ['1945-1990', 1945, 1990],
    ['from 1991', 1991, 9999],
  ] as const;
  return {
    id: 'fighters',
    title: 'Members that owed help or neutrality by the law, as others entered interstate wars',
    columns: ['', 'alliances called', 'owed help', 'fought', 'share', 'owed neutrality', 'kept it', 'share'],
    rows: eras.map(([words, from, to]) => {
      const chosen = calls.filter(({ year }) => year >= from && year <= to);
      const sum = (of: (call: Call) => ReadonlySet<string>): number => chosen.reduce((total, call) => total + of(call).size, 0);
      const [owed, helped, asked, kept] = [sum((one) => one.owedHelp), sum((one) => one.helped), sum((one) => one.owedNeutrality), sum((one) => one.neutral)];
      return [words, chosen.length, owed, helped, helped / owed, asked, kept, kept / asked];
    }),
  };
}

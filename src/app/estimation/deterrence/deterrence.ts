import type { Table } from '../../../core/table/table.ts';
import { multiplicity, relevantPairs, type EraId } from './fits.ts';
import { between, coverageTable, equationTable, eraWords, estimatesTable, ratesTable, triedTable } from './tables.ts';
import { tryAll, type Tried } from './tried.ts';
import { estimateFact } from '../facts.ts';
import { INITIATION_TABLES, readInitiationFrame } from './initiation-frame.ts';
import { dataVersions, PILOT, type EstimationContext, type Fact, type Section } from '../section.ts';

/** Whether states covered by a promise of defense that would apply are challenged less. @throws {DataError} where a table is lacking */
export async function deterrenceSection(context: EstimationContext): Promise<Section> {
  const { store, onProgress } = context;
  const { table } = await readInitiationFrame(context);
  return {
    id: 'deterrence',
    title: 'Whether promises of defense deter',
    method:
      'Logit of beginning a dispute, politically relevant directed dyad-years 1816-2010 in which one could begin. A promise counts if it was made by the last day of the year before and binds on ' +
      '1 January; whether it would apply is the law’s ruling on an attack by this challenger alone, by land, on the target’s home, with the conditions ATOP codes. ' +
      'Intervals by undirected pair of states; in brackets by challenger and target both. Associations: states seek allies where they fear an attack.',
    ...findingsOf(relevantPairs(table), onProgress === undefined ? undefined : (done, total) => onProgress(done, total, 'specifications')),
    data: dataVersions(store, INITIATION_TABLES),
  };
}

/** What the rows say, every specification put to them. @param pairs as `relevantPairs` makes them */
export function findingsOf(pairs: Table, onProgress?: (done: number, total: number) => void): Pick<Section, 'facts' | 'tables' | 'notes'> {
  const tried = tryAll(pairs, onProgress);
  return {
    facts: factsOf(tried),
    tables: [
      coverageTable(tried),
      estimatesTable('placebo', 'A promise whose conditions exclude the challenger, beside one that applies', tried, ['placebo', 'wartime']),
      estimatesTable('within', 'Within ordered pairs of states: conditional logit', tried, ['within']),
      estimatesTable('outcomes', 'A promise made in peace that would apply: other outcomes, and rivals', tried, ['outcome', 'answer']),
      estimatesTable('backing', 'What the challenger was promised by others', tried, ['backing']),
      triedTable(tried),
      ratesTable(pairs),
      equationTable(tried),
    ],
    notes: notesOf(tried),
  };
}

/** What the independent pilot found, by id and era. */
const EXPECTED: Readonly<Record<string, Partial<Record<EraId, number>>>> = {
  ally_any: { 'to-1944': -0.11, 'to-1944-peace': -0.51, 'since-1946': 0.21, 'cold-war': 0.35, 'since-1991': 0.01 },
  applies: { 'to-1944': -0.1, 'to-1944-peace': -0.52, 'since-1946': 0.08, 'cold-war': 0.16, 'since-1991': -0.08 },
  applies_peace: { 'to-1944': -0.66, 'to-1944-peace': -0.74, 'since-1946': 0.11, 'cold-war': 0.28, 'since-1991': -0.15 },
  strength_filtered: { 'to-1944': -1.6, 'to-1944-peace': -2.5, 'since-1946': 0.2, 'cold-war': 0.3, 'since-1991': 0 },
  wartime: { 'to-1944': 1.12 },
  'placebo.difference': { 'to-1944-peace': -0.49, 'since-1946': -0.39 },
  'within.applies': { 'to-1944-peace': -0.45, 'since-1946': 0.05, 'cold-war': 0.14, 'since-1991': -0.73 },
  war: { 'since-1946': -0.91 },
  force: { 'since-1946': 0.03 },
  rivals: { 'since-1946': 0.24 },
  offense: { 'to-1944': 0.73, 'to-1944-peace': -0.12 },
  neutral: { 'to-1944': 0.28, 'to-1944-peace': -0.12, 'since-1946': 0.32 },
  answer: { 'since-1946': -0.4 },
};

/** Facts told one by one, in order; the rest is in the tables. */
const TOLD: readonly (readonly [id: string, words: string])[] = [
  ['ally_any', 'target has any ally that promised defense'],
  ['applies', 'target has a promise that would apply'],
  ['applies_peace', 'target has a promise that would apply, made in peace'],
  ['applies_text_peace', 'the same by texts where they are at hand'],
  ['strength_filtered', "fall in the challenger's chance to win by promises that would apply"],
  ['placebo.difference', 'a promise that would apply, less one whose conditions exclude this challenger'],
  ['placebo-peace.difference', '... both made in peace'],
  ['wartime', 'a promise that would apply, made in war'],
  ['within.applies', 'within pairs: a promise that would apply'],
  ['within.applies_peace', 'within pairs: a promise that would apply, made in peace'],
  ['war', 'wars alone: a promise that would apply, made in peace'],
  ['force', 'disputes with force: the same'],
  ['rivals', 'among strategic rivals: the same'],
  ['offense', 'challenger promised help in this offensive'],
  ['neutral', 'challenger promised neutrality in this war'],
  ['answer', 'target with a promise that would apply, made in peace, answers a dispute in kind'],
];

function factsOf(tried: readonly Tried[]): Fact[] {
  const estimates = TOLD.flatMap(([id, words]) =>
    tried
      .filter((one) => one.id === `${id}.${one.era}`)
      .map(({ era, value, se, seStates, n, events }): Fact => {
        const expected = EXPECTED[id]?.[era];
        return estimateFact(
          `${id}.${era}`,
          `${words}, ${eraWords(era)}`,
          { estimate: value, se },
          {
            unit: 'log odds',
            n,
            events,
            ...(expected !== undefined && { expected: { value: expected, source: PILOT } }),
            ...(seStates !== undefined && { note: `by challenger and target ${between(value, seStates)}` }),
          },
        );
      }),
  );
  const { tried: count, below, negative, standing } = multiplicity(tried, 'pairs');
  const byStates = multiplicity(tried, 'states');
  return [
    ...estimates,
    { id: 'tried', words: 'coefficients tried, all of them counted', value: count, expected: { value: 114, source: PILOT } },
    { id: 'tried.below', words: '... with p below .05', value: below, expected: { value: 24, source: PILOT } },
    { id: 'tried.negative', words: '... and below 0', value: negative, expected: { value: 16, source: PILOT } },
    { id: 'tried.holm', words: '... p below .05 after Holm', value: standing.length, expected: { value: 1, source: PILOT } },
    { id: 'tried.below.states', words: '... with p below .05 by challenger and target, within pairs by pair', value: byStates.below },
    { id: 'tried.holm.states', words: '... and after Holm', value: byStates.standing.length },
  ];
}

function notesOf(tried: readonly Tried[]): string[] {
  const main = tried.find(({ id }) => id === 'applies_peace.to-1944-peace');
  const pairs = main?.equation.pairs.clusters[0] ?? 0;
  const [challengers, targets] = main?.equation.states?.clusters ?? [];
  const stuck = tried.filter(({ equation: { converged } }) => !converged).map(({ id }) => id);
  return [
    `The main equation of 1816-1944 without the world wars has ${pairs} pairs of states, ${challengers ?? 0} challengers and ${targets ?? 0} targets.`,
    'In wars whoever began them by the Correlates of War is the challenger, elsewhere who acted first by GML.',
    'A promise made in peace was signed outside 1914-18 and 1939-45 by states none of which was in an interstate war then.',
    'Within ordered pairs only pairs count that began a dispute in some years and not in others; errors there are by undirected pair.',
    'To split off the world wars and the promises made in war was the idea of an earlier look at the same data; subsets and other outcomes are leads, no results.',
    ...(stuck.length === 0 ? [] : [`The search did not converge: ${stuck.join(', ')}.`]),
  ];
}

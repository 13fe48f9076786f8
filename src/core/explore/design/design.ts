import type { Subject } from '../../assess/prepare.ts';
import { countChoices } from '../../math/optimize/choice-genes.ts';
import { hypervolume } from '../../math/pareto/hypervolume.ts';
import { both } from '../../text/sentence.ts';
import { treatyText } from '../../treaty/write.ts';
import { createSetting, type SettingOptions } from './create-setting.ts';
import { BETTER_IN, requires, type Demand, type Requirement } from './demands.ts';
import { createEvaluator, type DesignSummary, type Evaluator } from './evaluate.ts';
import { feasibleFront, rangesOf, representatives, scaled, simplified, type Chosen } from './front.ts';
import { explainInfeasible } from './infeasible.ts';
import { OBJECTIVE_IDS, OBJECTIVES, type ObjectiveId } from './objectives.ts';
import { drawn, pointOf } from './points.ts';
import { errorsIn, faultsOf } from './proposal.ts';
import { rankAgreement } from './rank-agreement.ts';
import type { DesignedClause, DesignResult, SearchComparison } from './result.ts';
import { createArchive, searchAll, searchAtRandom, searchByGenes, searchKnown, type Looked } from './search.ts';
import { candidatesIn, createSpace, defaultVariables, type SpaceRequest } from './space.ts';
import { numbersOf, type Telling } from './telling.ts';
import { applyChoices, type DesignVariable } from './variable.ts';

export interface DesignOptions extends Omit<SettingOptions, 'candidates'>, SpaceRequest {
  /** Least chance that all members ratify; .5 unless given. */
  readonly floor?: number;
  readonly requirements?: readonly Requirement[];
  /** Objectives compared; all unless given. */
  readonly objectives?: readonly ObjectiveId[];
  /** As the size of the space says, unless given. */
  readonly method?: DesignResult['method'];
  /** Ways to write the treaty that are looked at. */
  readonly budget: number;
  /** Draws behind the ranges of the points shown. */
  readonly draws: number;
  /** Points of the front that are shown. */
  readonly points: number;
  /** Readings of an earlier run of the same question, by choices; new ones are added to them. */
  readonly known?: Map<string, DesignSummary>;
  /** Looks at nothing beside what is known, and concludes. */
  readonly conclude?: boolean;
  /** Asked between steps: whether to conclude with what there is. */
  readonly cancel?: { readonly aborted: boolean };
}

/** What is being done, and how far it is. */
export interface DesignProgress {
  readonly phase: 'search' | 'random' | 'draws';
  readonly done: number;
  readonly total: number;
}

/**
 * Looks for better ways to write a treaty: clauses are the variables, five objectives are compared, and a treaty is proposed only where every party
 * is better in than out and ratification is likely enough. A generator: each step does a little, and yields how far it is; the same question and seed
 * give the same answer, however often it is stopped and taken up.
 * @throws {RangeError} as `createSetting` and `createSpace`, and where nothing may move
 */
export function* design(subject: Subject, options: DesignOptions): Generator<DesignProgress, DesignResult> {
  const { seed, floor = 0.5, requirements = [], budget, cancel, conclude = false, known = new Map<string, DesignSummary>() } = options;
  const setting = createSetting(subject, { ...options, candidates: candidatesIn(options) });
  const evaluator = createEvaluator(setting);
  const { variables, held } = createSpace(setting, defaultVariables(setting, evaluator.given), options);
  const sizes = variables.map(({ values }) => values.length);
  const size = countChoices(sizes);
  if (variables.every(({ values }) => values.length < 2)) throw new RangeError('no clause may move; fix fewer');
  const told = (id: ObjectiveId): boolean => !Number.isNaN(evaluator.given.objectives[id]);
  const objectives = (options.objectives ?? OBJECTIVE_IDS).filter(told);
  const demands: readonly Demand[] = [
    BETTER_IN,
    ...(told('ratification') ? [requires({ objective: 'ratification', at: 'least', value: floor })] : []),
    ...requirements.map(requires),
  ];
  const space = { variables, objectives, demands };
  const method = options.method ?? (size <= budget ? 'exhaustive' : 'nsga2');
  const archive = createArchive(evaluator, space, known);
  const stop = (): boolean => cancel?.aborted === true;
  const cost = method === 'exhaustive' ? size : Math.min(budget, size);
  const progress = (phase: DesignProgress['phase'], done: number, total: number): DesignProgress => ({ phase, done: Math.min(done, total), total });

  archive.look(sizes.map(() => 0));
  const steps = {
    exhaustive: () => searchAll(archive, sizes),
    nsga2: () => searchByGenes(archive, sizes, budget, seed),
    random: () => searchAtRandom(archive, sizes, budget, seed),
  };
  for (const _step of conclude ? searchKnown(archive, known) : steps[method]()) {
    yield progress('search', archive.all().length, cost);
    if (stop()) break;
  }
  const stopped = stop() || conclude;
  const clauses = clausesOf(evaluator, variables, held, objectives);
  const front = feasibleFront(archive.all(), variables);

  let comparison: SearchComparison | undefined;
  if (method === 'nsga2' && front.length > 0 && !stopped) {
    const chance = createArchive(evaluator, space, known);
    const total = archive.all().length;
    let reached = true;
    for (const _step of searchAtRandom(chance, sizes, total, seed)) {
      yield progress('random', chance.all().length, total);
      if (stop()) {
        reached = false;
        break;
      }
    }
    if (reached) comparison = { ...volumes(front, feasibleFront(chance.all(), variables)), evaluations: total };
  }

  const telling: Telling = { evaluator, variables, objectives, demands };
  const ranges = rangesOf(front);
  const chosen = sound(front, options.points, telling)
    .map((one) => ({ ...one, shown: simplified(archive, one.looked, variables, ranges) }))
    .filter(({ shown }, i, all) => all.findIndex((other) => other.shown === shown) === i);
  const draws = front.length === 0 || stop() ? 0 : options.draws;
  const inDraws = yield* drawn(
    chosen.map(({ shown }) => shown),
    draws,
    telling,
    (done, total) => progress('draws', done, total),
    stop,
  );
  const given = pointOf('given', 'the text as it stands', undefined, telling, inDraws.given);
  const points = chosen.map((one, i) => pointOf(String(i + 1), titleOf(one, objectives), one.shown, telling, inDraws.points[i]));
  const infeasible =
    front.length > 0
      ? undefined
      : explainInfeasible(archive, telling, held, (looked) => pointOf('closest', 'the nearest to the demands', looked, telling, undefined));
  const text = setting.given;
  return {
    treaty: text.id,
    name: text.short ?? text.name,
    date: setting.date,
    fresh: !setting.standing,
    members: [...new Set(text.parties.map(({ state }) => state))],
    seed,
    draws: inDraws.draws,
    method,
    methodWords: method === 'exhaustive' && (stop() || conclude) ? 'one way to write it after the other' : METHOD_WORDS[method],
    space: size,
    evaluations: archive.all().length,
    stopped: stop() || conclude,
    objectives: objectives.map((id) => OBJECTIVES[id]),
    demands: demands.map(({ id, words }) => ({ id, words })),
    clauses,
    given,
    points,
    front: front.map((looked) => {
      const at = chosen.findIndex((one) => one.looked === looked);
      return { objectives: numbersOf(looked.reading, objectives), choices: looked.choices, ...(at !== -1 && { id: String(at + 1) }) };
    }),
    payoffs: chosen.flatMap(({ looked, bestIn }) =>
      bestIn.flatMap((m) => {
        const objective = objectives[m];
        return objective === undefined ? [] : [{ objective, objectives: numbersOf(looked.reading, objectives) }];
      }),
    ),
    conflicts: conflictsOf(front, objectives),
    ...(comparison !== undefined && { comparison }),
    ...(infeasible !== undefined && { infeasible }),
    contingencies: setting.asked.map(({ contingency }) => contingency.id),
    notAsked: setting.notAsked,
    notes: notesOf(evaluator, options.objectives ?? OBJECTIVE_IDS),
    versions: { facts: subject.facts.version, parameters: setting.parameters.made.date },
  };
}

const METHOD_WORDS: Readonly<Record<DesignResult['method'], string>> = {
  exhaustive: 'every way to write it was assessed: the front is all there is',
  nsga2: 'NSGA-II (Deb and others 2002), started from the text as given and its single changes',
  random: 'ways to write it drawn at random, none twice',
};

/** What each value of each clause does by itself, all others as they stand. */
function clausesOf(
  evaluator: Evaluator,
  variables: readonly DesignVariable[],
  held: readonly DesignVariable[],
  objectives: readonly ObjectiveId[],
): readonly DesignedClause[] {
  return variables.map(({ id, title, given, values }) => ({
    id,
    title,
    held: held.some((one) => one.id === id),
    values: values.map((value) => ({
      id: value.id,
      words: value.words,
      given: value.id === given.id,
      objectives: numbersOf(value.id === given.id ? evaluator.given : evaluator.read(value.edit(evaluator.setting.given)), objectives),
    })),
  }));
}

/** Points to show whose texts parse and break no rule that the given text does not break: one that does is left out, and another taken. */
function sound(front: readonly Looked[], most: number, { evaluator, variables }: Telling): readonly Chosen[] {
  const { given, subject } = evaluator.setting;
  const known = new Set(errorsIn(treatyText(given), subject.world));
  let left = front;
  for (;;) {
    const chosen = representatives(left, most, variables);
    const faulty = chosen.filter(({ looked }) => faultsOf(treatyText(applyChoices(given, variables, looked.choices)), subject.world, known).length > 0);
    if (faulty.length === 0) return chosen;
    left = left.filter((one) => !faulty.some(({ looked }) => looked === one));
  }
}

/** What a point is: where it is the best, or else near it. */
function titleOf({ bestIn, balanced, place }: Chosen, objectives: readonly ObjectiveId[]): string {
  const words = bestIn.flatMap((m) => {
    const id = objectives[m];
    return id === undefined ? [] : [OBJECTIVES[id].best];
  });
  if (balanced) words.push('most balanced');
  if (words.length > 0) return words.join(', ');
  const named = (is: (at: number) => boolean): string => both(objectives.filter((_, m) => is(place[m] ?? 1)).map((id) => OBJECTIVES[id].title.toLowerCase()));
  const [good, poor] = [named((at) => at <= 0.2), named((at) => at >= 0.7)];
  return `in between${good === '' ? '' : `, good in ${good}`}${poor === '' ? '' : `, poor in ${poor}`}`;
}

/** Volumes that two fronts dominate, in the box that their points span together. */
function volumes(found: readonly Looked[], random: readonly Looked[]): Pick<SearchComparison, 'found' | 'random'> {
  const of = (front: readonly Looked[]): readonly (readonly number[])[] => front.map(({ score }) => score.objectives);
  const both = [...of(found), ...of(random)];
  // A tenth beyond the worst, so that the ends of a front count too.
  const reference = (both[0] ?? []).map(() => 1.1);
  const share = (front: readonly Looked[]): number => hypervolume(rounded(scaled(of(front), both)), reference) / 1.1 ** reference.length;
  return { found: share(found), random: share(random) };
}

/** To a thousandth of the range: points nearer than that are one. */
const rounded = (points: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  points.map((point) => point.map((value) => Math.ceil(value * 1000) / 1000));

function conflictsOf(front: readonly Looked[], objectives: readonly ObjectiveId[]): DesignResult['conflicts'] {
  if (front.length < 4) return [];
  return objectives.flatMap((a, i) =>
    objectives.slice(i + 1).flatMap((b, j) => {
      const correlation = rankAgreement(
        front.map(({ score }) => score.objectives[i] ?? 0),
        front.map(({ score }) => score.objectives[i + 1 + j] ?? 0),
      );
      return Number.isNaN(correlation) ? [] : [{ a, b, correlation }];
    }),
  );
}

function notesOf(evaluator: Evaluator, wanted: readonly ObjectiveId[]): readonly string[] {
  const { gatesNotKnown, setting, given } = evaluator;
  const name = (state: string): string => setting.subject.world.nameOf(state, setting.date);
  const missing = wanted.filter((id) => Number.isNaN(given.objectives[id])).map((id) => OBJECTIVES[id].title.toLowerCase());
  return [
    ...(missing.length > 0 ? [`Not compared, as the catalog does not know enough on this date: ${missing.join(', ')}.`] : []),
    ...(gatesNotKnown.length > 0 && missing.length === 0
      ? [`Ratification leaves out ${gatesNotKnown.map(name).join(', ')}, whose gates the catalog does not know.`]
      : []),
    'Only structure moves: who owes what to whom, when and how fast, what is pledged, how one leaves. Coefficients of clauses that states chose for themselves stay as the given text has them.',
    'A floor of spending counts as met: who would choose less spends the floor, and its power rises with it.',
  ];
}

import { contingenciesOn, type Contingency } from '../facts/contingencies.ts';
import type { Facts } from '../facts/facts.ts';
import type { Parameters } from '../facts/parameters.ts';
import { quantile } from '../math/quantile.ts';
import { createRng, type Rng } from '../math/rng.ts';
import { inForceOn, treatyAt } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { World } from '../states/world.ts';
import { capabilitiesOn, type Capabilities } from './capability.ts';
import { derivationOf, prepareCase, type PreparedCase, type ResponseValues } from './case-game.ts';
import { crisisCase } from './crisis-case.ts';
import { centralValues, drawValues, splitNormal, type ParameterValues } from './parameter-values.ts';
import { textsOf, type Form } from './forms.ts';
import { prepareResponse, type ResponseFor } from './response-values.ts';
import { anchorsOf, solveCase, type SolvedWorlds } from './solve-case.ts';

/** A central value with its 90 % range over the draws; the ends are absent where nothing was drawn. */
export interface Interval {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** A quantity in the world with the treaty and in that without it. */
export interface WithWithout {
  readonly with: Interval;
  readonly without: Interval;
  readonly difference: Interval;
}

export interface AllyAssessment {
  readonly state: string;
  readonly side: 'target' | 'challenger';
  /** Clauses that bind it to come, with the treaty. */
  readonly promises: readonly { readonly treaty: string; readonly article: string; readonly action: string }[];
  readonly party: boolean;
  /** h: chance of joining, given war. */
  readonly honors: WithWithout;
  /** h⁰: what its interest alone would make it do, the others' play held. */
  readonly interest?: Interval;
  /** h − h⁰: given war, the joining that the promise explains. */
  readonly entrapmentGivenWar?: Interval;
  /** The same times the chance of war, per year. */
  readonly entrapment?: Interval;
  /** h with the tripwire at the ends of its declared range, where forces stand in the way. */
  readonly tripwire?: { readonly low: number; readonly high: number };
  /** Where the central chance comes from, in logits. */
  readonly derivation: readonly { readonly parameter: string; readonly value: number }[];
}

export interface ContingencyAssessment {
  readonly id: string;
  readonly title: string;
  readonly challenger: string;
  readonly target: string;
  readonly domain: string;
  /** Challenges a year under the treaties in force. */
  readonly rate: { readonly value: number; readonly low: number; readonly high: number; readonly basis: string };
  readonly challenge: WithWithout;
  readonly resist: WithWithout;
  readonly war: WithWithout;
  /** Chance that the target's side prevails, given war. */
  readonly prevail: WithWithout;
  /** Expected share of the promised strength that does not come, given war. */
  readonly abandonment: Interval | undefined;
  readonly allies: readonly AllyAssessment[];
  readonly notAssessed: readonly string[];
}

export interface AssessOptions {
  readonly date: string;
  readonly draws: number;
  readonly seed: number;
  /** Ids of the contingencies to look at; every one on the date that challenges a member when left out. */
  readonly contingencies?: readonly string[];
  /** Parameters set by hand. */
  readonly set?: Readonly<Record<string, number>>;
  /** A member left out of the treaty. */
  readonly gone?: string;
  /** How the partners are bound; as the text has it when left out. */
  readonly form?: Form;
  readonly cancel?: { readonly aborted: boolean };
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Assessment {
  readonly treaty: string;
  readonly date: string;
  readonly inForce: boolean;
  readonly members: readonly string[];
  readonly contingencies: readonly ContingencyAssessment[];
  /** Contingencies that could not be asked, with the reason. */
  readonly notAsked: readonly { readonly id: string; readonly reason: string }[];
  readonly capabilities: Pick<Capabilities, 'method' | 'year'> & { readonly shares: Readonly<Record<string, number>> };
  readonly method: string;
  readonly draws: number;
  readonly seed: number;
  readonly converged: boolean;
  readonly versions: { readonly facts: string; readonly parameters: string };
}

/** The treaty without one of its members. */
export function withoutMember(treaty: Treaty, gone: string | undefined): Treaty {
  if (gone === undefined) return treaty;
  return { ...treaty, parties: treaty.parties.filter(({ state }) => state !== gone) };
}

/** A yearly rate drawn on the scale of its logarithm, as it cannot be negative. */
function drawRate(rng: Rng, { value, low, high }: Contingency['frequency']['per_year']): number {
  const log = (x: number): number => Math.log(Math.max(x, 1e-6));
  return Math.exp(splitNormal(rng, { value: log(value), low: log(low), high: log(high) }));
}

export interface Asked {
  readonly prepared: PreparedCase;
  readonly contingency: Contingency;
  readonly responseFor: ResponseFor;
}

/** The numbers of every draw, by the name of what they are. */
type Sample = ReadonlyMap<string, Float64Array>;

interface Quantity {
  readonly name: string;
  readonly of: (worlds: SolvedWorlds) => number;
}

const WORLD_QUANTITIES = {
  challenge: ({ solution }: SolvedWorlds['with']) => solution.pChallenge,
  resist: ({ solution }: SolvedWorlds['with']) => solution.pResist,
  war: ({ solution }: SolvedWorlds['with']) => solution.pWar,
  prevail: ({ solution }: SolvedWorlds['with']) => solution.pWin,
} as const;

function quantitiesOf({ prepared }: Asked): Quantity[] {
  const both = (name: string, of: (solved: SolvedWorlds['with']) => number): Quantity[] => [
    { name: `${name}.with`, of: (one) => of(one.with) },
    { name: `${name}.without`, of: (one) => of(one.without) },
    { name: `${name}.difference`, of: (one) => of(one.with) - of(one.without) },
  ];
  const allies = prepared.allies.flatMap(({ joiner: { state } }, i) => [
    ...both(`${state}.honors`, ({ solution }) => solution.pJoin[i] ?? Number.NaN),
    { name: `${state}.interest`, of: (one: SolvedWorlds) => one.with.reading.allies[i]?.withoutPromise ?? Number.NaN },
    {
      name: `${state}.entrapmentGivenWar`,
      of: (one: SolvedWorlds) => (one.with.reading.allies[i]?.honors ?? Number.NaN) - (one.with.reading.allies[i]?.withoutPromise ?? Number.NaN),
    },
    { name: `${state}.entrapment`, of: (one: SolvedWorlds) => one.with.reading.allies[i]?.entrapment ?? Number.NaN },
  ]);
  const supporters = prepared.supporters.flatMap(({ joiner: { state } }, i) => both(`${state}.honors`, ({ solution }) => solution.pSupport[i] ?? Number.NaN));
  return [
    ...Object.entries(WORLD_QUANTITIES).flatMap(([name, of]) => both(name, of)),
    { name: 'abandonment', of: (one) => one.with.reading.abandonment ?? Number.NaN },
    ...allies,
    ...supporters,
  ];
}

/** A contingency solved at the central values, with the tripwires at their low and high ends, and its draws. */
interface SolvedQuestion {
  readonly asked: Asked;
  readonly central: SolvedWorlds;
  readonly ends: readonly [low: SolvedWorlds, high: SolvedWorlds];
  readonly sample: Sample;
  readonly values: ParameterValues;
}

function contingencyAssessment({ asked, central, ends, sample, values }: SolvedQuestion, members: readonly string[]): ContingencyAssessment {
  const { contingency, prepared, responseFor } = asked;
  const quantities = new Map(quantitiesOf(asked).map(({ name, of }) => [name, of(central)]));
  const interval = (name: string): Interval => {
    const value = quantities.get(name) ?? Number.NaN;
    // Undefined where a draw has no such number: nobody bound in it.
    const drawn = sample
      .get(name)
      ?.filter((one) => !Number.isNaN(one))
      .sort();
    if (drawn === undefined || drawn.length === 0) return { value };
    return { value, low: quantile(drawn, 0.05), high: quantile(drawn, 0.95) };
  };
  const both = (name: string): WithWithout => ({
    with: interval(`${name}.with`),
    without: interval(`${name}.without`),
    difference: interval(`${name}.difference`),
  });
  const response = responseFor(values);
  const assessJoiner = (of: PreparedCase['allies'][number], i: number): AllyAssessment => {
    const { state, side, presence, with: bond } = of.joiner;
    const gain = central.with.solution.gains[i] ?? 0;
    return {
      state,
      side,
      promises: bond.promises.map(({ treaty, article, action }) => ({ treaty, article, action })),
      party: members.includes(state),
      honors: both(`${state}.honors`),
      ...(side === 'target' && {
        interest: interval(`${state}.interest`),
        entrapmentGivenWar: interval(`${state}.entrapmentGivenWar`),
        entrapment: interval(`${state}.entrapment`),
        ...(presence !== undefined && {
          tripwire: { low: ends[0].with.solution.pJoin[i] ?? Number.NaN, high: ends[1].with.solution.pJoin[i] ?? Number.NaN },
        }),
      }),
      derivation: [
        ...derivationOf(of, 'with', values, response),
        ...(side === 'target' ? [{ parameter: 'join.delta-win', value: values.get('join.delta-win') * gain }] : []),
      ],
    };
  };
  return {
    id: contingency.id,
    title: contingency.title,
    challenger: contingency.challenger,
    target: contingency.target,
    domain: contingency.domain,
    rate: { ...contingency.frequency.per_year, basis: contingency.frequency.basis },
    challenge: both('challenge'),
    resist: both('resist'),
    war: both('war'),
    prevail: both('prevail'),
    abandonment: central.with.reading.abandonment === undefined ? undefined : interval('abandonment'),
    allies: [...prepared.allies.map(assessJoiner), ...prepared.supporters.map(assessJoiner)],
    notAssessed: prepared.built.notAssessed,
  };
}

/** What is assessed: the treaties there are, and the one that is put on trial. */
export interface Subject {
  readonly facts: Facts;
  /** Made with shapes, where contingencies name points. */
  readonly world: World;
  readonly treaties: readonly Treaty[];
  readonly treaty: Treaty;
}

/** An assessment asked, before its draws: what every draw needs, looked up once. */
export interface PreparedAssessment {
  readonly subject: Subject;
  readonly options: AssessOptions;
  readonly inForce: boolean;
  readonly members: readonly string[];
  readonly capabilities: Capabilities;
  readonly parameters: Parameters;
  readonly asked: readonly Asked[];
  readonly notAsked: Assessment['notAsked'];
  readonly solved: readonly SolvedWorlds[];
}

/**
 * Asks the law every contingency that challenges a member, with the treaty and without it, and solves each at the central values.
 * @throws {RangeError} where the catalog knows nobody's power on the date, or the hub of a form is no member
 */
export function prepareAssessment(subject: Subject, options: AssessOptions): PreparedAssessment {
  const { facts, world, treaties, treaty: given } = subject;
  const { date, set = {}, gone, form = { kind: 'pact' } } = options;
  const capabilities = capabilitiesOn(facts, date);
  if (capabilities === undefined) throw new RangeError(`the catalog knows nobody's power in ${date.slice(0, 4)}`);
  const parameters = facts.parameters.find(({ id }) => id === 'crisis');
  if (parameters === undefined) throw new RangeError('the catalog lacks the parameters of the crisis game');
  const treaty = withoutMember(given, gone);
  const inForce = inForceOn(given, date);
  const others = treaties.filter(({ id }) => id !== given.id);
  const texts = textsOf(treaty, form, date);
  const membersOf = (one: Treaty): readonly string[] => [...new Set(treatyAt(one, date).parties.map(({ state }) => state))];
  const members = membersOf(treaty).filter((state) => world.existsOn(state, date));
  const wanted = contingenciesOn(facts.contingencies, date).filter(({ id, target }) =>
    options.contingencies === undefined ? members.includes(target) : options.contingencies.includes(id),
  );
  const partiesOf = new Map(others.map((one) => [one.id, new Set(inForceOn(one, date) ? membersOf(one) : [])]));
  partiesOf.set(given.id, new Set(members));
  const areAllied = (id: string, a: string, b: string): boolean => partiesOf.get(id)?.has(a) === true && partiesOf.get(id)?.has(b) === true;
  const assessedIds = new Set([given.id, ...texts.map(({ id }) => id)]);
  const asked: Asked[] = [];
  const notAsked: { id: string; reason: string }[] = [];
  for (const contingency of wanted) {
    const built = crisisCase(contingency, { facts, world, others, texts, members, capabilities, date, ...(gone !== undefined && { gone }) });
    if ('notAsked' in built) {
      notAsked.push({ id: contingency.id, reason: built.notAsked });
      continue;
    }
    const body = texts.length === 1 ? members.length : 2;
    asked.push({
      prepared: prepareCase(built, assessedIds),
      contingency,
      responseFor: prepareResponse(facts, built, texts[0] ?? treaty, body, areAllied),
    });
  }
  const central = centralValues(parameters, set);
  const solved = asked.map(({ prepared, contingency, responseFor }) =>
    solveCase(prepared, central, responseFor(central), contingency.frequency.per_year.value, inForce),
  );
  return { subject, options, inForce, members, capabilities, parameters, asked, notAsked, solved };
}

/** Draws by contingency and quantity: `samples[c][q][draw - from]`. */
export type Samples = readonly (readonly Float64Array[])[];

/**
 * Draws `from` to `to` − 1 of every quantity. Each draw takes its numbers from streams of its own, named by the seed, the contingency and its
 * place: however the draws are shared out, they are the same.
 */
export function drawAssessment({ asked, solved, parameters, options, inForce }: PreparedAssessment, from: number, to: number): Samples {
  const { seed, set = {}, cancel, onProgress } = options;
  const anchors = solved.map(anchorsOf);
  const quantities = asked.map(quantitiesOf);
  const samples = quantities.map((list) => list.map(() => new Float64Array(to - from)));
  for (let draw = from; draw < to && cancel?.aborted !== true; draw++) {
    const values = drawValues(parameters, createRng(seed, 'parameters', draw), set);
    asked.forEach(({ prepared, contingency, responseFor }, index) => {
      const rng = createRng(seed, contingency.id, draw);
      const rate = drawRate(rng, contingency.frequency.per_year);
      const worlds = solveCase(prepared, values, responseFor(values, rng), rate, inForce, anchors[index]);
      quantities[index]?.forEach(({ of }, number) => {
        const kept = samples[index]?.[number];
        if (kept !== undefined) kept[draw - from] = of(worlds);
      });
    });
    onProgress?.(draw + 1 - from, to - from);
  }
  return samples;
}

/** The parts of several draws as one, in their order. */
export function joinSamples(parts: readonly Samples[]): Samples {
  const [first = []] = parts;
  return first.map((quantities, c) =>
    quantities.map((_, q) => {
      const pieces = parts.map((part) => part[c]?.[q] ?? new Float64Array());
      const joined = new Float64Array(pieces.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const piece of pieces) {
        joined.set(piece, at);
        at += piece.length;
      }
      return joined;
    }),
  );
}

/** The assessment of a prepared question and its draws, none where ranges are not wanted. */
export function concludeAssessment(prepared: PreparedAssessment, samples: Samples = []): Assessment {
  const { subject, options, inForce, members, capabilities, parameters, asked, notAsked, solved } = prepared;
  const { date, draws, seed, set = {} } = options;
  const central = centralValues(parameters, set);
  const atTripwire = (one: Asked, end: 'low' | 'high'): SolvedWorlds => {
    const fixed: ResponseValues = { ...one.responseFor(central), tripwire: ({ tripwire }) => tripwire[end] };
    return solveCase(one.prepared, central, fixed, one.contingency.frequency.per_year.value, inForce);
  };
  return {
    treaty: subject.treaty.id,
    date,
    inForce,
    members,
    contingencies: asked.flatMap((one, index) => {
      const worlds = solved[index];
      if (worlds === undefined) return [];
      const sample: Sample = new Map(quantitiesOf(one).map(({ name }, number) => [name, samples[index]?.[number] ?? new Float64Array()]));
      const ends = [atTripwire(one, 'low'), atTripwire(one, 'high')] as const;
      return [contingencyAssessment({ asked: one, central: worlds, ends, sample, values: central }, members)];
    }),
    notAsked,
    capabilities: { method: capabilities.method, year: capabilities.year, shares: Object.fromEntries(capabilities.shares) },
    method: 'Agent quantal-response equilibrium, principal branch, λ = 1; expectations over coalitions by Gauss-Legendre quadrature',
    draws,
    seed,
    converged: solved.every(({ with: a, without: b }) => a.solution.converged && b.solution.converged),
    versions: { facts: subject.facts.version, parameters: parameters.made.date },
  };
}

/**
 * Assesses a treaty on a date: what it changes in every contingency that challenges a member, with 90 % ranges over draws of all parameters
 * and assumptions. The same seed gives the same numbers.
 * @throws {RangeError} as `prepareAssessment`
 */
export function assess(subject: Subject, options: AssessOptions): Assessment {
  const prepared = prepareAssessment(subject, options);
  return concludeAssessment(prepared, options.draws === 0 ? [] : drawAssessment(prepared, 0, options.draws));
}

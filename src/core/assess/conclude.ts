import { decidedBy, expectedDecisionDays } from '../models/response/decision-time.ts';
import type { AllyAssessment, Assessment, ContingencyAssessment, Interval, MemberAssessment, ResponseAssessment, WithWithout } from './assessment.ts';
import { spendingParts } from './answers.ts';
import { spendingLedger, type SpendingLedger } from './burden.ts';
import { derivationOf, type PreparedCase, type ResponseValues } from './case-game.ts';
import type { Samples } from './draws.ts';
import { influences } from './influence.ts';
import { jointRatification, memberOutlook, ratificationOutlook } from './outlook.ts';
import { centralValues, drawnInWords, type ParameterValues } from './parameter-values.ts';
import { centralLosses, type Asked, type PreparedAssessment } from './prepare.ts';
import { quantitiesOf } from './quantities.ts';
import { intervalOf } from './interval.ts';
import { deliberationOn } from '../facts/readiness.ts';
import { decisionRuleOf } from './response-values.ts';
import { solveCase, type SolvedWorlds } from './solve-case.ts';

/** The numbers of every draw, by the name of what they are. */
type Sample = ReadonlyMap<string, Float64Array>;

/** A contingency solved at the central values, with the tripwires at their low and high ends, and its draws. */
interface SolvedQuestion {
  readonly asked: Asked;
  readonly central: SolvedWorlds;
  readonly ends: readonly [low: SolvedWorlds, high: SolvedWorlds];
  readonly quantities: ReadonlyMap<string, number>;
  readonly sample: Sample;
  readonly values: ParameterValues;
}

function contingencyAssessment({ asked, central, quantities, ends, sample, values }: SolvedQuestion, members: readonly string[]): ContingencyAssessment {
  const { contingency, prepared, responseFor } = asked;
  const interval = (name: string): Interval => intervalOf(quantities.get(name) ?? Number.NaN, sample.get(name));
  const both = (name: string): WithWithout => ({
    with: interval(`${name}.with`),
    without: interval(`${name}.without`),
    difference: interval(`${name}.difference`),
  });
  const response = responseFor(values);
  const assessJoiner = (of: PreparedCase['allies'][number], i: number): AllyAssessment => {
    const { state, side, presence, with: bond } = of.joiner;
    const { gains, others: company } = central.with.solution;
    const [gain, others] = [gains[i] ?? 0, company[i] ?? 0];
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
        ...(side === 'target'
          ? [
              { parameter: 'join.delta-win', value: values.get('join.delta-win') * gain },
              { parameter: 'join.company', value: values.get('join.company') * others },
            ]
          : []),
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
    warGivenChallenge: both('warGivenChallenge'),
    prevail: both('prevail'),
    abandonment: central.with.reading.abandonment === undefined ? undefined : interval('abandonment'),
    allies: [...prepared.allies.map(assessJoiner), ...prepared.supporters.map(assessJoiner)],
    notAssessed: prepared.built.notAssessed,
  };
}

/** Sums of what the contingencies add to one number of a member, draw by draw. */
function summed(samples: readonly Sample[], name: string): Float64Array | undefined {
  const parts = samples.flatMap((sample) => {
    const part = sample.get(name);
    return part === undefined ? [] : [part];
  });
  const [first] = parts;
  if (first === undefined) return undefined;
  const sum = new Float64Array(first.length);
  for (const part of parts) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (part[i] ?? 0);
  return sum;
}

interface Concluded {
  readonly prepared: PreparedAssessment;
  readonly central: readonly ReadonlyMap<string, number>[];
  readonly samples: readonly Sample[];
  readonly ledger: SpendingLedger;
}

function memberAssessment(state: string, { prepared, central, samples, ledger }: Concluded): MemberAssessment {
  const centralSum = (name: string): number => central.reduce((sum, values) => sum + (values.get(name) ?? 0), 0);
  const part = (name: string): Interval => intervalOf(centralSum(`balance.${state}.${name}`), summed(samples, `balance.${state}.${name}`));
  const { pooling, burden } = spendingParts(ledger, state);
  const fixed = (pooling ?? 0) + (burden ?? 0);
  const crisis = summed(samples, `balance.${state}.deterrence`);
  const joined = summed(samples, `balance.${state}.joining`);
  const net = crisis?.map((value, i) => value + (joined?.[i] ?? 0) + fixed);
  const bound = prepared.asked.flatMap(({ prepared: { allies } }, c) =>
    allies.some(({ joiner }) => joiner.state === state && joiner.with.promises.some(({ treaty }) => treaty.startsWith(prepared.subject.treaty.id))) ? [c] : [],
  );
  const mean = (name: string): Interval => {
    const values = bound.map((c) => central[c]?.get(name) ?? Number.NaN);
    const drawn = summed(
      bound.flatMap((c) => samples[c] ?? []),
      name,
    );
    return intervalOf(
      values.reduce((sum, value) => sum + value, 0) / values.length,
      drawn?.map((value) => value / bound.length),
    );
  };
  const { deterrence, joining, entrapment } = { deterrence: part('deterrence'), joining: part('joining'), entrapment: part('entrapment') };
  const { subject, options, members, text } = prepared;
  const worth = deterrence.value + joining.value + fixed;
  const survival = subject.facts.parameters.find(({ id }) => id === 'survival');
  const asked = ratificationOutlook(subject.facts, state, options.date, worth);
  const honors = bound.length === 0 ? undefined : mean(`${state}.honors.with`);
  return {
    state,
    ...(honors !== undefined && {
      honors: { with: honors, without: mean(`${state}.honors.without`), difference: mean(`${state}.honors.difference`) },
    }),
    ...(asked !== undefined && { ratification: asked }),
    ...(honors !== undefined &&
      survival !== undefined && {
        outlook: memberOutlook(
          text,
          options.date,
          members.length,
          { honors: honors.value, interest: Math.min(honors.value, mean(`${state}.interest`).value) },
          worth,
          survival,
        ),
      }),
    deterrence,
    joining,
    entrapment,
    ...(pooling !== undefined && { pooling }),
    ...(burden !== undefined && { burden }),
    net: intervalOf(worth, net),
  };
}

const DAYS = [1, 2, 3, 5, 7, 10, 14, 21, 30] as const;

function responseAssessment({ subject, options, text, members }: PreparedAssessment): ResponseAssessment {
  const mean = deliberationOn(subject.facts.readiness, options.date).value;
  const rule = decisionRuleOf(text);
  return {
    rule: rule.kind,
    members: members.length,
    expectedDays: expectedDecisionDays(rule, members.length, mean),
    decided: DAYS.map((day) => ({ day, chance: decidedBy(rule, members.length, mean, day) })),
  };
}

/** The assessment of a prepared question and its draws, none where ranges are not wanted. */
export function concludeAssessment(prepared: PreparedAssessment, drawn: Samples = []): Assessment {
  const { subject, options, inForce, members, capabilities, parameters, asked, notAsked, solved } = prepared;
  const { date, draws, seed, set = {} } = options;
  const values = centralValues(parameters, set);
  const atTripwire = (one: Asked, end: 'low' | 'high'): SolvedWorlds => {
    const fixed: ResponseValues = { ...one.responseFor(values), tripwire: ({ presence }) => presence?.tripwire[end] ?? 0 };
    return solveCase(one.prepared, values, fixed, one.contingency.frequency.per_year.value, inForce);
  };
  const quantities = asked.map((one) => quantitiesOf(one, members));
  const samples = quantities.map(
    (list, c): Sample => new Map(drawn.length === 0 ? [] : list.map(({ name }, q) => [name, drawn[c]?.[q] ?? new Float64Array()])),
  );
  const central = quantities.map((list, c): ReadonlyMap<string, number> => {
    const [one, worlds] = [asked[c], solved[c]];
    if (one === undefined || worlds === undefined) return new Map();
    const draw = { worlds, values, losses: centralLosses(one.contingency) };
    return new Map(list.map(({ name, of }) => [name, of(draw)]));
  });
  const concluded = { prepared, central, samples, ledger: spendingLedger(prepared) };
  const balance = members.map((state) => memberAssessment(state, concluded));
  const all = jointRatification(
    subject.facts,
    date,
    balance.map(({ state, net }) => ({ state, value: net.value })),
  );
  return {
    treaty: subject.treaty.id,
    date,
    inForce,
    members,
    contingencies: asked.flatMap((one, c) => {
      const worlds = solved[c];
      if (worlds === undefined) return [];
      const ends = [atTripwire(one, 'low'), atTripwire(one, 'high')] as const;
      return [
        contingencyAssessment({ asked: one, central: worlds, quantities: central[c] ?? new Map(), ends, sample: samples[c] ?? new Map(), values }, members),
      ];
    }),
    balance,
    ...(all !== undefined && { allRatify: all }),
    response: responseAssessment(prepared),
    ...(options.influence === true && { influences: influences(prepared) }),
    notAsked,
    capabilities: { method: capabilities.method, year: capabilities.year, shares: Object.fromEntries(capabilities.shares) },
    method: `Agent quantal-response equilibrium, principal branch, λ = 1; expectations over coalitions by Gauss-Legendre quadrature${draws === 0 ? '' : `; ${drawnInWords(parameters)}`}`,
    draws,
    seed,
    converged: solved.every(({ with: a, without: b }) => a.solution.converged && b.solution.converged),
    versions: { facts: subject.facts.version, parameters: parameters.made.date },
  };
}

import { BACKING, DEFENSE, type YearCoverage } from '../casus/coverage.ts';
import { logistic } from '../math/logistic.ts';
import { BOND, type YearBonds } from '../record/bonds.ts';
import type { YearOfStates } from '../record/state-years.ts';
import { strengthsAt } from '../record/strength.ts';
import { expectedOdds, fillDecay, ODDS_NODES, oddsInputs } from './expected-odds.ts';
import type { JoinEquation, JoinRounds } from './join-stage.ts';
import { COMPANY_NAME, GAIN_NAME, JOIN_NAMES, JOIN_PARAMETERS, JOIN_TERMS, noFacts, type JoinFacts } from './join-terms.ts';

/** What is known of a year: states, promises, and who would owe whom help against whom. */
export interface YearOfJoining {
  readonly states: YearOfStates;
  readonly bonds: YearBonds;
  readonly coverage: YearCoverage;
}

/** Parameters that the predicted odds hang on: those of joining, and the challenger's side's constant. */
export const ODDS_PARAMETERS = JOIN_PARAMETERS.length + 1;
const GAIN = JOIN_PARAMETERS.indexOf(GAIN_NAME);
const COMPANY = JOIN_PARAMETERS.indexOf(COMPANY_NAME);

/** The wars asked for, by pair of challenger `c` and target `t`, at `c * n + t` where the answer goes; −1 where none is asked for. */
export interface OddsWanted {
  readonly row: Int32Array;
  /** Where the derivatives of the answer in the parameters go, times `ODDS_PARAMETERS`; −1 where they are not wanted. */
  readonly slope: Int32Array;
}

export interface OddsAnswers {
  /** Chance of the target's side in a war, expected over who joins. */
  readonly prevail: Float64Array;
  readonly slopes: Float64Array;
}

/**
 * Predicts who would join, were it war, and what its outcome would be, for every pair asked for of a year: whoever is contiguous to one of the two,
 * a major power, or has promised one of them help may join either. As joining is fitted: chances by the reduced form give gains and company, these
 * the chances, these gains and company anew, round by round, and the last chances the odds. Derivatives are those in the last equation, what it expects held.
 */
export function predictOdds(year: YearOfJoining, [first, ...settling]: JoinRounds, wanted: OddsWanted, answers: OddsAnswers): void {
  const { states, bonds, coverage } = year;
  const { codes, major, contiguity } = states;
  const n = codes.length;
  const strengths = strengthsAt(states);
  const reduced = indexParts(states, bonds, first);
  const full = new Map(settling.map((equation) => [equation, indexParts(states, bonds, equation)]));
  const near = Array.from({ length: n }, (_, j) => {
    const list: number[] = [];
    for (let i = 0; i < n; i++) if (i !== j && ((contiguity[i * n + j] ?? 0) > 0 || ((bonds[i * n + j] ?? 0) & BOND.help) !== 0)) list.push(i);
    return list;
  });
  const majors = Array.from(major.keys()).filter((i) => major[i] === 1);
  const war = oddsInputs(2 * n);
  const decay = new Float64Array(n * ODDS_NODES);
  const stamp = new Int32Array(n).fill(-1);
  const decayOf = new Int32Array(n).fill(-1);
  const owedToTarget = new Int32Array(n).fill(-1);
  const owedToChallenger = new Int32Array(n).fill(-1);
  const candidates = new Int32Array(n);
  const firstGain = first.beta[GAIN] ?? 0;
  const terms = createTerms(year);
  const x = new Float64Array(JOIN_NAMES.length);
  for (let t = 0; t < n; t++) {
    for (let c = 0; c < n; c++) {
      const pair = c * n + t;
      const row = wanted.row[pair] ?? -1;
      if (row === -1) continue;
      let count = 0;
      for (const list of [majors, near[t] ?? [], near[c] ?? []]) {
        for (const i of list) {
          if (i === c || i === t || stamp[i] === pair) continue;
          stamp[i] = pair;
          candidates[count++] = i;
        }
      }
      markOwed(coverage, states, pair, owedToTarget, owedToChallenger);
      const [own, other] = [strengths[t * n + t] ?? 0, strengths[pair] ?? 0];
      const alone = chance(own, other);
      war.target = own;
      war.challenger = other;
      war.allies = count;
      war.joiners = 2 * count;
      for (let at = 0; at < count; at++) {
        const i = candidates[at] ?? 0;
        const strength = strengths[i * n + t] ?? 0;
        if (decayOf[i] !== t) fillDecay(decay, i * ODDS_NODES, strength);
        decayOf[i] = t;
        for (const [place, forTarget] of SIDES) {
          const entry = at + place * count;
          war.strength[entry] = strength;
          war.row[entry] = i * ODDS_NODES;
          const gain = forTarget ? chance(own + strength, other) - alone : alone - chance(own, other + strength);
          war.chance[entry] = logistic(indexAt(reduced, n, i, c, t, forTarget, (forTarget ? owedToTarget : owedToChallenger)[i] === pair) + firstGain * gain);
        }
      }
      let known: JoinEquation | undefined;
      for (const equation of settling) {
        const parts = full.get(equation);
        if (parts === undefined) continue;
        if (equation !== known) {
          for (let at = 0; at < count; at++) {
            const i = candidates[at] ?? 0;
            for (const [place, forTarget] of SIDES) {
              motive[at + place * count] = indexAt(parts, n, i, c, t, forTarget, (forTarget ? owedToTarget : owedToChallenger)[i] === pair);
            }
          }
        }
        known = equation;
        const [gainBeta, companyBeta] = [equation.beta[GAIN] ?? 0, equation.beta[COMPANY] ?? 0];
        expectedOdds(war, decay, true);
        let coming = 0;
        for (let entry = 0; entry < count; entry++) coming += (war.chance[entry] ?? 0) * (war.strength[entry] ?? 0);
        for (let entry = 0; entry < 2 * count; entry++) {
          const gain = (entry < count ? 1 : -1) * (war.gain[entry] ?? 0);
          const company = entry < count ? coming - (war.chance[entry] ?? 0) * (war.strength[entry] ?? 0) : 0;
          heldGain[entry] = gain;
          heldCompany[entry] = company;
          war.chance[entry] = logistic((motive[entry] ?? 0) + gainBeta * gain + companyBeta * company);
        }
      }
      const slopeAt = wanted.slope[pair] ?? -1;
      answers.prevail[row] = expectedOdds(war, decay, slopeAt !== -1);
      if (slopeAt === -1) continue;
      const base = slopeAt * ODDS_PARAMETERS;
      for (let at = 0; at < count; at++) {
        const i = candidates[at] ?? 0;
        for (const [place, forTarget] of SIDES) {
          const entry = at + place * count;
          const q = war.chance[entry] ?? 0;
          const weight = (war.gain[entry] ?? 0) * q * (1 - q);
          terms(i, c, t, forTarget, (forTarget ? owedToTarget : owedToChallenger)[i] === pair, x);
          for (let k = 0; k < x.length; k++) answers.slopes[base + k] = (answers.slopes[base + k] ?? 0) + weight * (x[k] ?? 0);
          answers.slopes[base + GAIN] = (answers.slopes[base + GAIN] ?? 0) + weight * (heldGain[entry] ?? 0);
          answers.slopes[base + COMPANY] = (answers.slopes[base + COMPANY] ?? 0) + weight * (heldCompany[entry] ?? 0);
          if (!forTarget) answers.slopes[base + JOIN_PARAMETERS.length] = (answers.slopes[base + JOIN_PARAMETERS.length] ?? 0) + weight;
        }
      }
    }
  }
}

const SIDES: readonly (readonly [place: 0 | 1, forTarget: boolean])[] = [
  [0, true],
  [1, false],
];
/** Motives of each entry but for what it expects of the others, and this: its gain, and its company. */
const motive = new Float64Array(2048);
const heldGain = new Float64Array(2048);
const heldCompany = new Float64Array(2048);
const chance = (own: number, other: number): number => (own + other > 0 ? own / (own + other) : 0.5);

/** Stamps the pair on who would owe each side help. */
function markOwed({ defense, backing }: YearCoverage, states: YearOfStates, pair: number, target: Int32Array, challenger: Int32Array): void {
  for (let entry = defense.start[pair] ?? 0; entry < (defense.start[pair + 1] ?? 0); entry++) {
    if (((defense.bits[entry] ?? 0) & DEFENSE.owed) !== 0) target[states.position(defense.states[entry] ?? 0)] = pair;
  }
  for (let entry = backing.start[pair] ?? 0; entry < (backing.start[pair + 1] ?? 0); entry++) {
    if (((backing.bits[entry] ?? 0) & BACKING.offenseOwed) !== 0) challenger[states.position(backing.states[entry] ?? 0)] = pair;
  }
}

/** The index of joining taken apart: what is the joiner's own, what lies between it and its friend, and between it and its opponent. */
interface IndexParts {
  readonly own: Float64Array;
  readonly friend: Float64Array;
  readonly opponent: Float64Array;
  /** A promise of help to a friend that is owed, and one that is not. */
  readonly owed: Float64Array;
  readonly unmet: Float64Array;
  readonly challengerSide: number;
}

function indexAt(parts: IndexParts, n: number, i: number, c: number, t: number, forTarget: boolean, owed: boolean): number {
  const friend = i * n + (forTarget ? t : c);
  const opponent = i * n + (forTarget ? c : t);
  return (
    (parts.own[i] ?? 0) +
    (parts.friend[friend] ?? 0) +
    (parts.opponent[opponent] ?? 0) +
    ((owed ? parts.owed[friend] : parts.unmet[friend]) ?? 0) +
    (forTarget ? 0 : parts.challengerSide)
  );
}

const betaOf = (beta: Float64Array, name: string): number => beta[JOIN_NAMES.indexOf(name)] ?? 0;

function indexParts(states: YearOfStates, bonds: YearBonds, { beta, challengerSide }: JoinEquation): IndexParts {
  const n = states.codes.length;
  const made = {
    own: new Float64Array(n),
    friend: new Float64Array(n * n),
    opponent: new Float64Array(n * n),
    owed: new Float64Array(n * n),
    unmet: new Float64Array(n * n),
  };
  const b = (name: string): number => betaOf(beta, name);
  const zero = sumOf(beta, noFacts());
  /** What facts add beside a state of which all facts are 0. */
  const added = (facts: Partial<JoinFacts>): number => sumOf(beta, Object.assign(noFacts(), facts)) - zero;
  const [promise, bilateral, bases, conditional, secret, unmet] = ['promise', 'bilateral', 'bases', 'conditional', 'secret', 'unmet'].map((name) =>
    b(`join.${name}`),
  );
  const postwar = states.year >= 1946 ? 1 : 0;
  for (let i = 0; i < n; i++) {
    const major = states.major[i] ?? 0;
    made.own[i] = zero + added({ war: 1, ln_cinc: 0, postwar }) + b('join.log-capability') * Math.log((states.cinc[i] ?? 0) + 1e-5);
    for (let j = 0; j < n; j++) {
      const pair = i * n + j;
      const lnKm = Math.log1p(states.km[pair] ?? 0);
      const border = states.contiguity[pair] === 1 ? 1 : 0;
      const bits = bonds[pair] ?? 0;
      made.friend[pair] =
        major === 1 ? added({ major, ln_km_side: lnKm, border_side: border }) : b('join.distance-target') * lnKm + b('join.border-target') * border;
      made.opponent[pair] =
        b('join.distance-challenger') * lnKm +
        b('join.border-challenger') * border +
        b('join.rivalry') * (states.rivals[pair] ?? 0) +
        b('join.nuclear') * (states.nuclear[j] ?? 0) +
        b('join.neutrality') * ((bits & BOND.peace) === 0 ? 0 : 1);
      made.owed[pair] =
        (promise ?? 0) +
        ((bits & BOND.bilateral) === 0 ? 0 : (bilateral ?? 0)) +
        ((bits & BOND.bases) === 0 ? 0 : (bases ?? 0)) +
        ((bits & BOND.conditional) === 0 ? 0 : (conditional ?? 0)) +
        ((bits & BOND.secret) === 0 ? 0 : (secret ?? 0));
      made.unmet[pair] = (bits & BOND.help) === 0 ? 0 : (unmet ?? 0);
    }
  }
  return { ...made, challengerSide };
}

function sumOf(beta: Float64Array, facts: JoinFacts): number {
  let sum = 0;
  JOIN_TERMS.forEach(([, of], at) => (sum += (beta[at] ?? 0) * of(facts)));
  return sum;
}

/** Fills `x` with the terms of one who might join. */
type Terms = (i: number, c: number, t: number, forTarget: boolean, owed: boolean, x: Float64Array) => void;

function createTerms({ states, bonds }: YearOfJoining): Terms {
  const { codes, km, contiguity, rivals, major, nuclear, cinc } = states;
  const n = codes.length;
  const facts = noFacts();
  facts.war = 1;
  facts.postwar = states.year >= 1946 ? 1 : 0;
  const lnCinc = cinc.map((share) => Math.log(share + 1e-5));
  const lnKm = Float64Array.from(km, (value) => Math.log1p(value));
  return (i, c, t, forTarget, owed, x) => {
    const [friend, opponent] = forTarget ? [t, c] : [c, t];
    const [own, other] = [i * n + friend, i * n + opponent];
    const bits = bonds[own] ?? 0;
    facts.ln_cinc = lnCinc[i] ?? 0;
    facts.major = major[i] ?? 0;
    facts.ln_km_side = lnKm[own] ?? 0;
    facts.ln_km_opponent = lnKm[other] ?? 0;
    facts.border_side = contiguity[own] === 1 ? 1 : 0;
    facts.border_opponent = contiguity[other] === 1 ? 1 : 0;
    facts.rival_opponent = rivals[other] ?? 0;
    facts.nuclear_opponent = nuclear[opponent] ?? 0;
    facts.restrained = ((bonds[other] ?? 0) & BOND.peace) === 0 ? 0 : 1;
    facts.owed = owed ? 1 : 0;
    facts.unmet = !owed && (bits & BOND.help) !== 0 ? 1 : 0;
    facts.bilateral = owed && (bits & BOND.bilateral) !== 0 ? 1 : 0;
    facts.bases = owed && (bits & BOND.bases) !== 0 ? 1 : 0;
    facts.conditional = owed && (bits & BOND.conditional) !== 0 ? 1 : 0;
    facts.secret = owed && (bits & BOND.secret) !== 0 ? 1 : 0;
    for (let k = 0; k < x.length; k++) x[k] = JOIN_TERMS[k]?.[1](facts) ?? 0;
  };
}

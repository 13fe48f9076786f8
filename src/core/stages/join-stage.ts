import { logistic } from '../math/logistic.ts';
import { numberColumn, type Table } from '../table/table.ts';
import { expectedOdds, fillDecay, ODDS_NODES, oddsInputs, type OddsInputs } from './expected-odds.ts';
import { GAIN_NAME, JOIN_FACTS, JOIN_NAMES, JOIN_PARAMETERS, JOIN_TERMS, noFacts, type JoinFacts } from './join-terms.ts';
import { indexOf, weightedLogit } from './weighted-logit.ts';

/** The rows of the joining frame as the stage reads them: those who might join the target first, then those who might join the challenger. */
export interface JoinData {
  /** Numbers of the disputes, in the order of the frame. */
  readonly disputes: Int32Array;
  readonly sides: Readonly<Record<'target' | 'challenger', JoinSide>>;
  readonly targetStrength: Float64Array;
  readonly challengerStrength: Float64Array;
  /** Most who might join in one dispute, both sides together. */
  readonly most: number;
}

export interface JoinSide {
  /** The dispute of each row, by its place; rows of one dispute lie together. */
  readonly dispute: Int32Array;
  /** Where the rows of each dispute begin, and at last where all end. */
  readonly start: Int32Array;
  /** `JOIN_TERMS`, by column. */
  readonly columns: readonly Float64Array[];
  readonly joined: Int32Array;
  readonly strength: Float64Array;
  readonly alone: Float64Array;
  /** e^(−t s), a row of `ODDS_NODES` each. */
  readonly decay: Float64Array;
}

const FRAME_COLUMNS = ['dispnum', 'target_side', 'joined', 'strength', 'target_strength', 'challenger_strength', 'delta_alone'] as const;

/** Reads the joining frame, or rows of it, whose disputes lie together. @throws {RangeError} where it lacks a column */
export function joinData(frame: Table): JoinData {
  const own = Object.fromEntries(FRAME_COLUMNS.map((name) => [name, numberColumn(frame, name).values]));
  const facts = JOIN_FACTS.map((name) => [name, numberColumn(frame, name).values] as const);
  const at = (name: (typeof FRAME_COLUMNS)[number], row: number): number => own[name]?.[row] ?? 0;
  const places = new Map<number, number>();
  const [targetStrength, challengerStrength]: [number[], number[]] = [[], []];
  for (let row = 0; row < frame.rows; row++) {
    const dispute = at('dispnum', row);
    if (places.has(dispute)) continue;
    places.set(dispute, places.size);
    targetStrength.push(at('target_strength', row));
    challengerStrength.push(at('challenger_strength', row));
  }
  const counts = new Int32Array(places.size);
  const side = (wanted: number): JoinSide => {
    const rows: number[] = [];
    for (let row = 0; row < frame.rows; row++) if (at('target_side', row) === wanted) rows.push(row);
    const dispute = Int32Array.from(rows, (row) => places.get(at('dispnum', row)) ?? 0);
    const start = new Int32Array(places.size + 1);
    for (const place of dispute) {
      start[place + 1] = (start[place + 1] ?? 0) + 1;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (let place = 0; place < places.size; place++) start[place + 1] = (start[place + 1] ?? 0) + (start[place] ?? 0);
    const strength = Float64Array.from(rows, (row) => at('strength', row));
    const decay = new Float64Array(rows.length * ODDS_NODES);
    strength.forEach((value, row) => fillDecay(decay, row * ODDS_NODES, value));
    return {
      dispute,
      start,
      columns: termColumns(facts, rows),
      joined: Int32Array.from(rows, (row) => at('joined', row)),
      strength,
      alone: Float64Array.from(rows, (row) => at('delta_alone', row)),
      decay,
    };
  };
  return {
    sides: { target: side(1), challenger: side(0) },
    disputes: Int32Array.from(places.keys()),
    targetStrength: Float64Array.from(targetStrength),
    challengerStrength: Float64Array.from(challengerStrength),
    most: counts.reduce((most, count) => Math.max(most, count), 0),
  };
}

/** The terms of the equation, row by row. */
function termColumns(facts: readonly (readonly [name: keyof JoinFacts, values: ArrayLike<number>])[], rows: readonly number[]): Float64Array[] {
  const columns = JOIN_TERMS.map(() => new Float64Array(rows.length));
  const one: Record<keyof JoinFacts, number> = noFacts();
  rows.forEach((row, at) => {
    for (const [name, values] of facts) one[name] = values[row] ?? 0;
    JOIN_TERMS.forEach(([, of], term) => {
      const column = columns[term];
      if (column !== undefined) column[at] = of(one);
    });
  });
  return columns;
}

/**
 * The equation of joining: its coefficients in the order of `JOIN_PARAMETERS`, and the other side's constant. In the reduced form the gain is that were
 * nobody else to join, and company is left out.
 */
export interface JoinEquation {
  readonly beta: Float64Array;
  readonly challengerSide: number;
}

/** A value for each row that might join the one side and the other. */
export type BySide = Readonly<Record<'target' | 'challenger', Float64Array>>;

/** What each row expects of the others: what its joining changes, and the strength that they bring to its side. */
export interface Expected {
  readonly gains: BySide;
  /** Weighed on the target's side alone. */
  readonly company: BySide;
  /** The chance of the target's side in each dispute, were it war. */
  readonly prevail: Float64Array;
}

export interface FittedJoin extends Expected {
  readonly first: JoinEquation;
  readonly second: JoinEquation;
  readonly logLik: number;
  readonly converged: boolean;
}

const WAR = JOIN_NAMES.indexOf('join.war');

/** Refits after the reduced form: what is left to the fixed point is far below the errors. */
const ROUNDS = 6;
/** Refits of a fit begun at another (Kasahara and Shimotsu 2008, Journal of Econometrics 146: bootstrap by few steps from the estimate). */
const ROUNDS_NEAR = 2;

/**
 * Joining by nested pseudo-likelihood (Bajari, Hong, Krainer and Nekipelov 2010, Journal of Business and Economic Statistics 28; Aguirregabiria and Mira
 * 2007, Econometrica 75): all who may join decide at once, so that each weighs the gain its joining brings, and the company it would be in, at the
 * others' chances. First a reduced form predicts everybody's joining; then the expected gain takes the place of the gain alone, the expected company is
 * added, and what is so fitted predicts everybody's joining anew. Chances, gains and company are those of a war; company counts on the target's side alone. Slopes are fitted on the target's side;
 * the challenger's has a constant of its own.
 * @param start a fit of the same rows to begin at, in place of the reduced form
 * @param weights how often each dispute counts
 * @param offsets added to the index of each row and not estimated; not part of the chances predicted
 */
export function fitJoin(
  data: JoinData,
  start?: Pick<FittedJoin, 'first' | 'second' | 'gains' | 'company'>,
  weights?: Float64Array,
  offsets?: BySide,
): FittedJoin {
  const { target, challenger } = data.sides;
  const byRow = (side: JoinSide): Float64Array | undefined =>
    weights === undefined ? undefined : Float64Array.from(side.dispute, (place) => weights[place] ?? 0);
  const own = { target: byRow(target), challenger: byRow(challenger) };
  const equation = (names: readonly string[], of: (side: 'target' | 'challenger') => readonly Float64Array[], from: JoinEquation | undefined) => {
    const shift = offsets === undefined ? {} : { offset: offsets.target };
    const fitted = weightedLogit({ names, columns: [...target.columns, ...of('target')], happened: target.joined, ...shift }, from?.beta, own.target);
    const offset = indexOf([...challenger.columns, ...of('challenger')], fitted.beta).map((value, row) => value + (offsets?.challenger[row] ?? 0));
    return { ...fitted, challengerSide: constantBeside(offset, challenger.joined, own.challenger) };
  };
  const first = start?.first ?? equation([...JOIN_NAMES, GAIN_NAME], (side) => [data.sides[side].alone], undefined);
  const refit = (expected: Pick<Expected, 'gains' | 'company'>, from: JoinEquation | undefined) =>
    equation(JOIN_PARAMETERS, (side) => (side === 'target' ? [expected.gains.target, expected.company.target] : [expected.gains.challenger]), from);
  let at: Pick<Expected, 'gains' | 'company'> = start ?? expectedAt(data, first, nobodyElse(data), weights);
  let second = refit(at, start?.second);
  for (let round = 1; round < (start === undefined ? ROUNDS : ROUNDS_NEAR); round++) {
    at = expectedAt(data, second, at, weights);
    second = refit(at, second);
  }
  const { gains, company } = at;
  const { prevail } = expectedAt(data, second, at, weights);
  return { first, second, gains, company, prevail, logLik: second.logLik, converged: second.converged };
}

/** Where joining is predicted: the equations by which chances follow from what is expected, and this from the chances, round by round. What is left to the fixed point is small. */
export type JoinRounds = readonly [reduced: JoinEquation, ...settling: JoinEquation[]];

export const roundsOf = ({ first, second }: Pick<FittedJoin, 'first' | 'second'>): JoinRounds => [first, second, second];

/** What everybody expects of the others in the last round, in disputes joining was fitted to or not. */
export function predictExpected(data: JoinData, fit: Pick<FittedJoin, 'first' | 'second'>): Expected {
  const [reduced, ...settling] = roundsOf(fit);
  return settling.slice(0, -1).reduce((expected, equation) => expectedAt(data, equation, expected), expectedAt(data, reduced, nobodyElse(data)));
}

/** What each row would expect were nobody else to join. */
export function nobodyElse({ sides: { target, challenger } }: JoinData): Pick<Expected, 'gains' | 'company'> {
  return {
    gains: { target: target.alone, challenger: challenger.alone },
    company: { target: new Float64Array(target.alone.length), challenger: new Float64Array(challenger.alone.length) },
  };
}

/** The constant that a logit has beside a given index. */
function constantBeside(offset: Float64Array, happened: Int32Array, weights?: Float64Array): number {
  let constant = 0;
  for (let step = 0; step < 50; step++) {
    let [slope, curvature] = [0, 0];
    for (let row = 0; row < offset.length; row++) {
      const weight = weights === undefined ? 1 : (weights[row] ?? 0);
      const p = logistic((offset[row] ?? 0) + constant);
      slope += weight * ((happened[row] ?? 0) - p);
      curvature += weight * p * (1 - p);
    }
    if (!(curvature > 0)) break;
    const move = Math.max(-2, Math.min(2, slope / curvature));
    constant += move;
    if (Math.abs(move) < 1e-10) break;
  }
  return constant;
}

/**
 * What everybody may expect of the others at their chances in a war, where these expect what is given; that of disputes that do not count stays 0.
 * @param at what the chances rest on; of a reduced form `nobodyElse`
 */
export function expectedAt(
  { sides, disputes, targetStrength, challengerStrength, most }: JoinData,
  { beta, challengerSide }: JoinEquation,
  at: Pick<Expected, 'gains' | 'company'>,
  weights?: Float64Array,
): Expected {
  const zeros = (): BySide => ({ target: new Float64Array(at.gains.target.length), challenger: new Float64Array(at.gains.challenger.length) });
  const [gains, company] = [zeros(), zeros()];
  const index = joinIndex(sides, { beta, challengerSide }, at);
  const eta = { target: atWar(sides.target, beta, index.target), challenger: atWar(sides.challenger, beta, index.challenger) };
  const prevail = new Float64Array(disputes.length);
  const war: OddsInputs = oddsInputs(most);
  const decay = new Float64Array(most * ODDS_NODES);
  for (let place = 0; place < disputes.length; place++) {
    if (weights !== undefined && weights[place] === 0) continue;
    war.target = targetStrength[place] ?? 0;
    war.challenger = challengerStrength[place] ?? 0;
    let next = 0;
    for (const name of ['target', 'challenger'] as const) {
      const side = sides[name];
      for (let row = side.start[place] ?? 0; row < (side.start[place + 1] ?? 0); row++) {
        war.strength[next] = side.strength[row] ?? 0;
        war.chance[next] = logistic(eta[name][row] ?? 0);
        war.row[next] = next * ODDS_NODES;
        decay.set(side.decay.subarray(row * ODDS_NODES, (row + 1) * ODDS_NODES), next * ODDS_NODES);
        next++;
      }
      if (name === 'target') war.allies = next;
    }
    war.joiners = next;
    prevail[place] = expectedOdds(war, decay, true);
    next = 0;
    for (const name of ['target', 'challenger'] as const) {
      const side = sides[name];
      const first = side.start[place] ?? 0;
      const last = next + (side.start[place + 1] ?? 0) - first;
      let coming = 0;
      for (let at = next; at < last; at++) coming += (war.chance[at] ?? 0) * (war.strength[at] ?? 0);
      for (let row = first; next < last; row++, next++) {
        const gain = war.gain[next] ?? 0;
        gains[name][row] = name === 'target' ? gain : -gain;
        company[name][row] = coming - (war.chance[next] ?? 0) * (war.strength[next] ?? 0);
      }
    }
  }
  return { gains, company, prevail };
}

/** The index of joining of every row, where it expects what is given. In a reduced form company has no coefficient and falls away. */
export function joinIndex(sides: JoinData['sides'], { beta, challengerSide }: JoinEquation, { gains, company }: Pick<Expected, 'gains' | 'company'>): BySide {
  const { target, challenger } = sides;
  return {
    target: indexOf([...target.columns, gains.target, company.target], beta),
    challenger: indexOf([...challenger.columns, gains.challenger], beta).map((value) => value + challengerSide),
  };
}

/** The same were it war. */
function atWar({ columns }: JoinSide, beta: Float64Array, eta: Float64Array): Float64Array {
  const war = columns[WAR];
  const slope = beta[WAR] ?? 0;
  return eta.map((value, row) => value + slope * (1 - (war?.[row] ?? 0)));
}

import type { Table } from '../table/table.ts';
import { binaryKernel } from './binary.ts';
import { EstimateError } from './estimate-error.ts';
import { columnsOf, parseFormula, type Equation, type Formula } from './formula.ts';
import { egame12 } from './games/egame12.ts';
import { egame122 } from './games/egame122.ts';
import { egame123 } from './games/egame123.ts';
import { gameKernel } from './games/game-kernel.ts';
import type { ErrorType } from './games/looking-ahead.ts';
import { inductionStart } from './games/start.ts';
import type { Game } from './games/tree.ts';
import { expectedOffer, ultimatumKernel } from './games/ultimatum.ts';
import { ultimatumStarts } from './games/ultimatum-start.ts';
import type { Likelihood } from './likelihood.ts';
import { LINKS, type LinkName } from './links.ts';
import { modelFrame, type ModelFrame } from './model-frame.ts';
import { modelMatrix, redundantColumns, type Design } from './model-matrix.ts';
import { binaryOutcome, gameOutcome, offersOf } from './outcome.ts';
import type { FitRequest } from './request.ts';
import { parseSubset } from './subset.ts';

/** A coefficient: of which equation (empty where the model has one alone), for which regressor. */
export interface Parameter {
  readonly equation: string;
  readonly regressor: string;
}

export const nameOf = ({ equation, regressor }: Parameter): string => (equation === '' ? regressor : regressor === '' ? equation : `${equation}:${regressor}`);

/** A model on data, ready to be fitted. */
export interface Prepared {
  readonly request: FitRequest;
  readonly formula: Formula;
  readonly link: LinkName;
  readonly type?: ErrorType;
  readonly frame: ModelFrame;
  readonly likelihood: Likelihood;
  readonly parameters: readonly Parameter[];
  /** What is held and not estimated. */
  readonly fixed: readonly { readonly name: string; readonly value: number }[];
  /** Where the search begins; the best of several ends counts. */
  readonly starts: () => readonly Float64Array[];
  /** The equations of the indices, by which regressors are made for other data. */
  readonly equations: readonly Equation[];
  /** What is predicted from the indices of a row, and what it is called. */
  readonly predicted: readonly string[];
  readonly predict: (eta: Float64Array, out: Float64Array) => void;
  /** What happened, by row, for models that predict outcomes. */
  readonly observed?: Int32Array;
  readonly warnings: readonly string[];
}

const GAMES: ReadonlyMap<string, Game> = new Map([egame12, egame122, egame123].map((game) => [game.name, game]));
const NOTHING: Equation = { intercept: false, terms: [] };
const CONSTANT: Equation = { intercept: true, terms: [] };

/**
 * Reads the formula, picks the rows, makes the regressors.
 * @throws {EstimateError} where the question cannot be put to these data, or its answer would not be identified
 */
export function prepare(request: FitRequest, table: Table): Prepared {
  const formula = parseFormula(request.formula);
  if (formula.outcome.length === 0) throw new EstimateError(`formula '${request.formula}': the outcome is missing left of '~'.`);
  const game = GAMES.get(request.model);
  const given = (keys: readonly (keyof FitRequest)[]): boolean => keys.some((key) => request[key] !== undefined && request[key] !== false);
  if (request.model !== 'ultimatum' && given(['maxOffer', 's1', 's2', 'outcome']))
    throw new EstimateError(`${request.model}: a largest offer, s1, s2 and what is modeled of offers belong to the ultimatum.`);
  if (game !== undefined) return prepareGame(game, request, formula, table);
  if (given(['fixedUtilities', 'scaleFormula', 'scaleByPlayer', 'type']))
    throw new EstimateError(`${request.model}: fixed utilities, log scales and error types belong to egame12, egame122 and egame123.`);
  return request.model === 'ultimatum' ? prepareUltimatum(request, formula, table) : prepareBinary(request, formula, table);
}

function frameOf(request: FitRequest, outcome: readonly string[], equations: readonly Equation[], table: Table): ModelFrame {
  const levels = new Map(request.levels);
  const own = levels.get('');
  levels.delete('');
  const [first = ''] = outcome;
  if (own !== undefined) {
    if (outcome.length !== 1) throw new EstimateError('--levels orders the values of one outcome column, and there are several.');
    levels.set(first, own);
  }
  return modelFrame(table, {
    columns: [...new Set([...outcome, ...columnsOf(equations), ...(request.needs ?? [])])],
    levels,
    ...(request.subset !== undefined && { subset: parseSubset(request.subset, table) }),
  });
}

function expectEquations(model: string, found: number, labels: readonly string[]): void {
  if (found === labels.length) return;
  throw new EstimateError(`${model}: the formula needs ${labels.length} equation${labels.length === 1 ? '' : 's'} (${labels.join(' | ')}), and has ${found}.`);
}

const designsOf = (equations: readonly Equation[], frame: ModelFrame): Likelihood['designs'] => equations.map((equation) => modelMatrix(equation, frame));

const parametersOf = (designs: Likelihood['designs'], names: readonly string[]): Parameter[] =>
  designs.flatMap((design, index) => design.names.map((regressor) => ({ equation: names[index] ?? '', regressor })));

function prepareGame(game: Game, request: FitRequest, formula: Formula, table: Table): Prepared {
  const { name, players, utilities } = game;
  const warnings: string[] = [];
  const type = request.type ?? 'agent';
  let link = request.link ?? 'probit';
  if (link === 'cloglog') throw new EstimateError(`${name}: the link is probit or logit.`);
  if (link === 'logit' && type === 'private') {
    link = 'probit';
    warnings.push('Sums of logistic errors are not logistic: with private information the probit link is used.');
  }
  const { fixedUtilities, scaleByPlayer = false } = request;
  if (fixedUtilities !== undefined && fixedUtilities.length !== utilities.length) {
    throw new EstimateError(
      `${name}: ${utilities.length} utilities are fixed (${utilities.map(({ label }) => label).join(', ')}), and ${fixedUtilities.length} were given.`,
    );
  }
  if (fixedUtilities === undefined) {
    expectEquations(
      name,
      formula.equations.length,
      utilities.map(({ label }) => label),
    );
  }
  const scales = scaleEquations(request, players);
  if (scaleByPlayer && scales.length === 0) warnings.push('Scales by player need fixed utilities or a formula of log σ; none is estimated.');
  const equations = [...(fixedUtilities === undefined ? formula.equations : utilities.map(() => NOTHING)), ...scales];
  const frame = frameOf(request, formula.outcome, equations, table);
  const outcome = gameOutcome(frame, formula.outcome, name, game.outcomes);
  const scaleName = link === 'logit' ? 'log(lambda' : 'log(sigma';
  const names = [
    ...utilities.map(({ player, outcome: end }) => `u${player}(${outcome.names[end]})`),
    ...scales.map((_, index) => `${scaleName}${scales.length > 1 ? index + 1 : ''})`),
  ];
  const designs = designsOf(equations, frame);
  if (fixedUtilities === undefined) {
    identified(game, designs);
    designs.slice(utilities.length).forEach(scaleIdentified);
  }
  const varying = designs.map((design) => design.names.length > 0);
  const kernel = gameKernel(game, outcome.values, { link: LINKS[link], type, scales: scales.length, varying });
  const likelihood: Likelihood = {
    rows: frame.rows,
    kernel,
    designs,
    offsets: [...utilities.map((_, index) => fixedUtilities?.[index] ?? 0), ...scales.map(() => 0)],
  };
  const parameters = parametersOf(designs, names);
  const chosen = LINKS[link];
  return {
    request,
    formula,
    link,
    type,
    frame,
    likelihood,
    parameters,
    fixed: (fixedUtilities ?? []).map((value, index) => ({ name: names[index] ?? '', value })),
    starts: () => [
      fixedUtilities === undefined ? inductionStart(game, likelihood, outcome.values, { link: chosen, type }) : new Float64Array(parameters.length),
    ],
    equations,
    predicted: outcome.names.map((one) => `Pr(${one})`),
    predict: kernel.chances,
    observed: outcome.values,
    warnings,
  };
}

/** Equations of log σ: none, one, or one for each player. */
function scaleEquations({ scaleFormula, scaleByPlayer = false, fixedUtilities, model }: FitRequest, players: number): readonly Equation[] {
  if (scaleFormula === undefined) return fixedUtilities === undefined ? [] : Array.from({ length: scaleByPlayer ? players : 1 }, () => CONSTANT);
  const { outcome, equations } = parseFormula(scaleFormula.includes('~') ? scaleFormula : `~ ${scaleFormula}`);
  if (outcome.length > 0) throw new EstimateError(`the formula of log σ has no outcome: '~ ${columnsOf(equations).join(' + ')}'.`);
  const wanted = scaleByPlayer ? players : 1;
  if (equations.length !== wanted) {
    throw new EstimateError(`${model}: the formula of log σ needs ${wanted} part${wanted === 1 ? '' : 's, one for each player'}, and has ${equations.length}.`);
  }
  return equations;
}

/** A regressor in every utility of a player at one move shifts them all alike: Lewis and Schultz 2003, Political Analysis 11. */
function identified({ name, utilities, outcomes, root }: Game, designs: Likelihood['designs']): void {
  for (const player of [1, 2, 3]) {
    const own = utilities.flatMap((utility, index) => (utility.player === player ? [index] : []));
    // Where one of the player's outcomes is worth 0, the others are measured against it.
    const reached = player === root.player ? outcomes : player === 2 && name === 'egame123' ? outcomes - 1 : Infinity;
    if (own.length < reached) continue;
    const [first = 0, ...others] = own;
    const everywhere = (designs[first]?.names ?? []).filter((regressor) => others.every((index) => designs[index]?.names.includes(regressor)));
    if (everywhere.length > 0) {
      throw new EstimateError(`${everywhere.join(', ')}: in all utilities of player ${player}, which is not identified.`, [
        'Leave it out of one of the equations.',
      ]);
    }
  }
}

/** A constant in log σ multiplies errors as one over it would multiply all utilities: where these are estimated, it has no place. */
function scaleIdentified({ names, columns }: Design): void {
  const [first] = columns;
  if (first === undefined) return;
  const constant = { names: [...names, ''], columns: [...columns, new Float64Array(first.length).fill(1)] };
  if (!redundantColumns(constant).includes('')) return;
  throw new EstimateError('a constant in log sigma is not identified where utilities are estimated.', [
    "Leave it out, as in --sd-formula '~ x - 1', or hold the utilities.",
  ]);
}

function prepareUltimatum(request: FitRequest, formula: Formula, table: Table): Prepared {
  const { maxOffer, s1, s2, link = 'logit' } = request;
  if (link !== 'logit') throw new EstimateError('ultimatum: errors are logistic, and the link is logit.');
  if (maxOffer === undefined || !(maxOffer > 0)) throw new EstimateError('ultimatum needs --max-offer, the most that can be offered, above 0.');
  for (const scale of [s1, s2]) if (scale !== undefined && !(scale > 0)) throw new EstimateError('ultimatum: a scale is above 0.');
  expectEquations('ultimatum', formula.equations.length, ['R1', 'R2']);
  const equations = [...formula.equations, s1 === undefined ? CONSTANT : NOTHING, s2 === undefined ? CONSTANT : NOTHING];
  const frame = frameOf(request, formula.outcome, equations, table);
  const both = (request.outcome ?? 'both') === 'both';
  const offers = offersOf(frame, formula.outcome, maxOffer, both);
  const names = ['R1', 'R2', 'log(s1)', 'log(s2)'];
  const designs = designsOf(equations, frame);
  const likelihood: Likelihood = {
    rows: frame.rows,
    kernel: ultimatumKernel({ ...offers, most: maxOffer }),
    designs,
    offsets: [0, 0, s1 === undefined ? 0 : Math.log(s1), s2 === undefined ? 0 : Math.log(s2)],
  };
  return {
    request,
    formula,
    link: 'logit',
    frame,
    likelihood,
    parameters: parametersOf(designs, names).map((one) => (one.equation.startsWith('log') ? { ...one, regressor: '' } : one)),
    fixed: [...(s1 === undefined ? [] : [{ name: 'log(s1)', value: Math.log(s1) }]), ...(s2 === undefined ? [] : [{ name: 'log(s2)', value: Math.log(s2) }])],
    starts: () => ultimatumStarts(likelihood, { ...offers, most: maxOffer }),
    equations,
    predicted: ['E(offer)', 'Pr(accept)'],
    predict: (eta, out) => out.set(expectedOffer(eta, maxOffer)),
    warnings: [],
  };
}

function prepareBinary(request: FitRequest, formula: Formula, table: Table): Prepared {
  const { model } = request;
  if (model !== 'hazard' && request.link !== undefined && request.link !== model) throw new EstimateError(`${model}: the link is ${model} and no other.`);
  const link = model === 'hazard' ? (request.link ?? 'cloglog') : model === 'logit' ? 'logit' : 'probit';
  expectEquations(model, formula.equations.length, ['x']);
  const frame = frameOf(request, formula.outcome, formula.equations, table);
  const outcome = binaryOutcome(frame, formula.outcome, model);
  const designs = designsOf(formula.equations, frame);
  const chosen = LINKS[link];
  return {
    request,
    formula,
    link,
    frame,
    likelihood: { rows: frame.rows, kernel: binaryKernel(outcome.values, chosen), designs, offsets: [0] },
    parameters: parametersOf(designs, ['']),
    fixed: [],
    starts: () => [new Float64Array(designs[0]?.names.length ?? 0)],
    equations: formula.equations,
    predicted: outcome.names.map((one) => `Pr(${one})`),
    predict: (eta, out) => {
      const chance = chosen.chance(eta[0] ?? 0);
      out[0] = 1 - chance;
      out[1] = chance;
    },
    observed: outcome.values,
    warnings: [],
  };
}

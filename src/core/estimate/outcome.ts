import { EstimateError } from './estimate-error.ts';
import { asFactor, type ModelFrame } from './model-frame.ts';

/** What happened in each row, numbered from 0, and what each outcome is called. */
export interface Outcome {
  readonly values: Int32Array;
  readonly names: readonly string[];
}

const numbersOf = ({ variables }: ModelFrame, name: string): Float64Array => {
  const variable = variables.get(name);
  if (variable?.kind !== 'number') throw new EstimateError(`${name}: a column of numbers is needed here, not text.`);
  return variable.values;
};

/** Columns of moves. @throws {EstimateError} where one holds other than 0 and 1 */
function movesOf(frame: ModelFrame, names: readonly string[]): Float64Array[] {
  return names.map((name) => {
    const values = numbersOf(frame, name);
    const other = values.find((value) => value !== 0 && value !== 1);
    if (other !== undefined) throw new EstimateError(`${name}: a move is 0 or 1, and there is ${other}.`);
    return values;
  });
}

/** How an outcome is told from columns of moves: names, and which it is, given the value of each column. */
interface Coding {
  readonly names: (columns: readonly string[]) => readonly string[];
  readonly outcome: (moves: readonly number[]) => number;
}

/** Moves of players in turn, who pass the game on by 1. */
const inTurn: Coding = {
  names: (columns) => [...columns.map((_, at) => [...columns.slice(0, at), `~${columns[at]}`].join(',')), columns.join(',')],
  outcome: (moves) => {
    const stop = moves.indexOf(0);
    return stop === -1 ? moves.length : stop;
  },
};

const CODINGS: Readonly<Record<string, Readonly<Record<number, Coding>>>> = {
  egame12: { 2: inTurn },
  egame123: { 3: inTurn },
  egame122: {
    2: {
      names: ([a, b]) => [`~${a},~${b}`, `~${a},${b}`, `${a},~${b}`, `${a},${b}`],
      outcome: ([a = 0, b = 0]) => 2 * a + b,
    },
    3: {
      names: ([, left, right]) => [`~${left}`, `${left}`, `~${right}`, `${right}`],
      outcome: ([a = 0, left = 0, right = 0]) => 2 * a + (a === 1 ? right : left),
    },
  },
};

/**
 * The outcomes of a game: one column with a value for each, sorted or in the order of its levels, or columns of moves.
 * @throws {EstimateError} where the columns do not fit the game
 */
export function gameOutcome(frame: ModelFrame, columns: readonly string[], game: string, count: number): Outcome {
  const [only = ''] = columns;
  if (columns.length === 1) {
    const variable = frame.variables.get(only);
    if (variable === undefined) throw new EstimateError(`the data have no column '${only}'.`);
    const { values, levels } = asFactor(variable);
    if (levels.length === count) return { values, names: levels };
    throw new EstimateError(
      `${only}: ${game} has ${count} outcomes, and there ${levels.length === 1 ? 'is' : 'are'} ${levels.length} (${levels.slice(0, 8).join(', ')}).`,
      ['--levels names them in the order of the game.'],
    );
  }
  const coding = CODINGS[game]?.[columns.length];
  if (coding === undefined) {
    const fitting = Object.keys(CODINGS[game] ?? {}).join(' or ');
    throw new EstimateError(`${game}: the outcome is one column, or ${fitting} columns of moves, not ${columns.length}.`);
  }
  const moves = movesOf(frame, columns);
  return {
    values: Int32Array.from({ length: frame.rows }, (_, row) => coding.outcome(moves.map((column) => column[row] ?? 0))),
    names: coding.names(columns),
  };
}

/** An outcome of two values: 0 and 1, or two levels of which the second is what happens. */
export function binaryOutcome(frame: ModelFrame, columns: readonly string[], model: string): Outcome {
  const [only = ''] = columns;
  if (columns.length !== 1) throw new EstimateError(`${model}: the outcome is one column.`);
  const variable = frame.variables.get(only);
  if (variable === undefined) throw new EstimateError(`the data have no column '${only}'.`);
  if (variable.kind === 'number' && variable.values.every((value) => value === 0 || value === 1))
    return { values: Int32Array.from(variable.values), names: ['0', '1'] };
  const { values, levels } = asFactor(variable);
  if (levels.length !== 2) throw new EstimateError(`${only}: ${model} has 2 outcomes, and there ${levels.length === 1 ? 'is' : 'are'} ${levels.length}.`);
  return { values, names: levels };
}

/** Offers and, where asked for, whether they were accepted. */
export function offersOf(
  frame: ModelFrame,
  columns: readonly string[],
  most: number,
  both: boolean,
): { readonly offer: Float64Array; readonly accepted?: Int32Array } {
  const [offered = '', answered] = columns;
  if (columns.length > 2 || (both && answered === undefined))
    throw new EstimateError('ultimatum: the outcome is offer + accept, or the offer alone with --outcome offer.');
  const offer = numbersOf(frame, offered);
  const outside = offer.find((value) => value < 0 || value > most);
  if (outside !== undefined)
    throw new EstimateError(`${offered}: an offer of ${outside} is outside 0 to ${most}.`, ['--max-offer is the most that can be offered.']);
  if (answered === undefined) return { offer };
  const [accepted] = movesOf(frame, [answered]);
  return { offer, ...(both && accepted !== undefined && { accepted: Int32Array.from(accepted) }) };
}

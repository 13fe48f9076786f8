/** What a cell may be given: a parameter, a clause, a day. */
export type SweepValue = number | string | boolean;

/** Values one by one, in their order. */
export interface ListAxis {
  readonly name: string;
  readonly values: readonly SweepValue[];
}

/** All numbers between two, or with `step` those that far apart from `from` on. */
export interface RangeAxis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly step?: number;
  /** Spread evenly by ratios in place of differences; both ends are then positive. */
  readonly scale?: 'log';
}

/** One thing that a sweep varies. */
export type Axis = ListAxis | RangeAxis;

/** Digits that survive adding up steps: 0.1 + 0.2 is then 0.3. */
const DIGITS = 12;
/** Values that one axis may have. */
const MOST_VALUES = 1_000_000;

export const isList = (axis: Axis): axis is ListAxis => 'values' in axis;

/** Steps from one end to the other; a last one that falls short of the end by rounding counts. */
function stepsOf({ from, to, step }: RangeAxis): number | undefined {
  return step === undefined ? undefined : Math.floor((to - from) / step + 1e-9) + 1;
}

const stepped = ({ from, step = 0 }: RangeAxis, index: number): number => Number((from + index * step).toPrecision(DIGITS));

/** @throws {RangeError} where an axis has no value, or its ends or its step make no sense */
export function checkAxis(axis: Axis): void {
  const { name } = axis;
  if (isList(axis)) {
    if (axis.values.length === 0) throw new RangeError(`${name} has no value`);
    if (new Set(axis.values).size < axis.values.length) throw new RangeError(`${name} has a value twice`);
    return;
  }
  const { from, to, step, scale } = axis;
  if (![from, to, step ?? 1].every(Number.isFinite)) throw new RangeError(`${name} needs numbers for its ends`);
  if (from >= to) throw new RangeError(`${name} runs from ${from} to ${to}; write the smaller end first`);
  if (step !== undefined && step <= 0) throw new RangeError(`${name} has the step ${step}; it must be above 0`);
  if (step !== undefined && scale === 'log') throw new RangeError(`${name} has a step and the scale log; give one of them`);
  if (scale === 'log' && from <= 0) throw new RangeError(`${name} starts at ${from}; on the scale log it starts above 0`);
  if ((stepsOf(axis) ?? 0) > MOST_VALUES) throw new RangeError(`${name} has more than ${MOST_VALUES} values`);
}

/**
 * Values of an axis one by one, as a grid needs them.
 * @throws {RangeError} for a range without a step
 */
export function valuesOf(axis: Axis): readonly SweepValue[] {
  if (isList(axis)) return axis.values;
  const steps = stepsOf(axis);
  if (steps === undefined) throw new RangeError(`${axis.name} has no step; a grid needs one, such as ${axis.from}:${axis.to}:${(axis.to - axis.from) / 10}`);
  return Array.from({ length: steps }, (_, index) => stepped(axis, index));
}

/** The value at a share of an axis, from 0 to 1 (without): of a list, or of a range with a step, each value takes an equal part. */
export function valueAt(axis: Axis, share: number): SweepValue {
  if (isList(axis)) return axis.values[Math.min(axis.values.length - 1, Math.floor(share * axis.values.length))] ?? 0;
  const steps = stepsOf(axis);
  if (steps !== undefined) return stepped(axis, Math.min(steps - 1, Math.floor(share * steps)));
  const { from, to, scale } = axis;
  return scale === 'log' ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from))) : from + share * (to - from);
}

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?';
const RANGE = new RegExp(`^(${NUMBER}):(${NUMBER})(?::(${NUMBER}|log))?$`);

/** What a word stands for: a number, true, false, else the word. */
export function wordValue(word: string): SweepValue {
  if (new RegExp(`^${NUMBER}$`).test(word)) return Number(word);
  return word === 'true' ? true : word === 'false' ? false : word;
}

/**
 * An axis as on the command line: `join.kappa=0:1:0.1`, `join.kappa=0:1`, `losses=0.1:10:log`, `exit.notice=P6M,P1Y`.
 * @throws {RangeError} where it is none
 */
export function parseAxis(text: string): Axis {
  const cut = text.indexOf('=');
  const name = text.slice(0, Math.max(0, cut)).trim();
  const rest = text.slice(cut + 1).trim();
  if (name === '' || rest === '') throw new RangeError(`'${text}' varies nothing; write NAME=FROM:TO:STEP or NAME=A,B,C`);
  const range = RANGE.exec(rest);
  const words = rest.split(',').map((word) => word.trim());
  if (range === null && words.includes('')) throw new RangeError(`'${text}' has an empty value`);
  const [, from, to, third] = range ?? [];
  const axis: Axis =
    range === null
      ? { name, values: words.map(wordValue) }
      : { name, from: Number(from), to: Number(to), ...(third === 'log' ? { scale: third } : third !== undefined && { step: Number(third) }) };
  checkAxis(axis);
  return axis;
}

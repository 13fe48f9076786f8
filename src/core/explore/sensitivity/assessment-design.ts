import { answersOf, type Answer } from '../../assess/answers.ts';
import { readerOf, type Point, type Reading } from '../../assess/assumptions.ts';
import { drawLosses, drawRate } from '../../assess/draws.ts';
import { drawnInOrder, drawValues } from '../../assess/parameter-values.ts';
import type { PreparedAssessment } from '../../assess/prepare.ts';
import { normalQuantile } from '../../math/normal-quantile.ts';
import { createRng, type Rng } from '../../math/rng.ts';
import { MOST_DIMENSIONS, sobolPoints } from '../../math/sobol-sequence.ts';
import type { Design, Source } from './saltelli.ts';

/** Inputs of an assessment that are drawn by themselves, and are taken apart as one. */
export interface InputGroup {
  /** The parameter where it is one; `estimates` for those estimated together; `occasions`, `losses`, `response`, `tripwires`. */
  readonly id: string;
  /** Parameters in it. */
  readonly names: readonly string[];
}

export interface AssessmentDesign extends Design {
  readonly inputs: readonly InputGroup[];
}

/** What is drawn of the contingencies and not of the parameters. */
const OF_CONTINGENCIES = ['occasions', 'losses', 'response', 'tripwires'] as const;

/** A stream whose numbers stand written: uniform ones, or normal ones by the quantile. */
function written(numbers: readonly number[]): Rng {
  let at = 0;
  const next = (): number => numbers[at++] ?? 0.5;
  return { next, int: (n) => Math.floor(next() * n), normal: () => normalQuantile(next()) };
}

/**
 * An answer of an assessment as a model of its inputs: every parameter as its draws take it, those estimated together as one group, and the
 * occasions, losses, readiness and tripwires that each contingency draws for itself. Parameters stand on a Sobol sequence, the others on streams named by seed,
 * sample, contingency and row, which two assessments share.
 * @param against of whose answer is taken off that of the first
 * @throws {RangeError} as `answersOf`
 */
export function assessmentDesign(of: string, rows: number, seed: number, prepared: PreparedAssessment, against?: PreparedAssessment): AssessmentDesign {
  const { parameters, options } = prepared;
  const drawn = drawnInOrder(parameters);
  const columns = drawn.reduce((sum, { numbers }) => sum + numbers, 0);
  const numberOf = columnsOf(rows, columns, seed);
  const groups: InputGroup[] = drawn.map(({ names }) => ({ id: names.length === 1 ? (names[0] ?? '') : 'estimates', names }));
  const inputs = [...groups, ...OF_CONTINGENCIES.map((id): InputGroup => ({ id, names: [] }))];
  const places = new Map(inputs.map(({ id }, place) => [id, place]));
  const sides = (against === undefined ? [prepared] : [prepared, against]).map((one): { answer: Answer; reader: (point: Point) => Reading } => ({
    answer: answersOf(one).answer(of),
    reader: readerOf(one, true),
  }));

  const pointOf = (row: number, from: (group: number) => Source): Point => {
    const numbers: number[] = [];
    drawn.forEach((group, place) => {
      const source = from(place);
      for (let i = 0; i < group.numbers; i++) numbers.push(numberOf(row, numbers.length, source));
    });
    const stream = (what: (typeof OF_CONTINGENCIES)[number], contingency: string): Rng => createRng(seed, what, from(places.get(what) ?? -1), contingency, row);
    return {
      values: drawValues(parameters, written(numbers), options.set),
      rate: ({ id, frequency }) => drawRate(stream('occasions', id), frequency.per_year),
      losses: ({ id, loss }) => drawLosses(stream('losses', id), loss),
      response: ({ id }) => stream('response', id),
      tripwire: ({ id }) => stream('tripwires', id),
    };
  };
  return {
    rows,
    groups: inputs.length,
    inputs,
    evaluate: (row, from) => {
      const point = pointOf(row, from);
      const [first = Number.NaN, second = 0] = sides.map(({ answer, reader }) => {
        const { read, there } = reader(point);
        return answer.of(read, there);
      });
      return first - second;
    },
  };
}

/** The number of a row and column in either sample. */
function columnsOf(rows: number, columns: number, seed: number): (row: number, column: number, source: Source) => number {
  const place = (column: number, source: Source): number => (source === 'A' ? column : columns + column);
  if (2 * columns > MOST_DIMENSIONS) return (row, column, source) => createRng(seed, 'sample', row, place(column, source)).next();
  const points = sobolPoints(rows, 2 * columns, seed);
  return (row, column, source) => points[row * 2 * columns + place(column, source)] ?? 0.5;
}

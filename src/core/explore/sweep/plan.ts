import type { Axis } from './axis.ts';
import { createDesign, type DesignKind, type SweepPoint } from './design.ts';

/** A sweep told whole: the same plan has the same cells everywhere. */
export interface SweepPlan {
  /** What is asked of each cell: assess, model. */
  readonly verb: string;
  /** Versions of all that answers: program, catalog, facts. */
  readonly model: Readonly<Record<string, string>>;
  /** What all cells share: the question with what it names looked up. */
  readonly shared: unknown;
  readonly axes: readonly Axis[];
  readonly design: DesignKind;
  readonly n?: number;
  /** Of the design, and of the first cell of a point. */
  readonly seed: number;
  /** Cells of each point, under seeds that follow each other. */
  readonly repeat: number;
}

/** One run of a model: independent of all others, the same wherever it is run. */
export interface SweepCell {
  /** Hash of model version, parameters and seed. */
  readonly id: string;
  readonly index: number;
  readonly parameters: SweepPoint;
  readonly seed: number;
}

export interface SweepCells {
  readonly count: number;
  readonly at: (index: number) => SweepCell;
}

/** Hexadecimal digits of a hash that name a cell: among 10⁸ cells two fall together once in 10²² sweeps. */
const DIGITS = 32;

/** A text that plain values share exactly where they are equal: keys in order, undefined left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/**
 * The cells of a plan, made as they are asked for.
 * @param hash a cryptographic hash in hexadecimal digits, such as SHA-256
 * @throws {RangeError} as `createDesign`
 */
export function cellsOf(plan: SweepPlan, hash: (text: string) => string): SweepCells {
  const { verb, model, shared, axes, design: kind, n, seed, repeat } = plan;
  const design = createDesign({ kind, axes, seed, ...(n !== undefined && { n }) });
  const common = hash(canonical({ verb, model, shared }));
  return {
    count: design.points * repeat,
    at: (index) => {
      const parameters = design.at(Math.floor(index / repeat));
      const own = seed + (index % repeat);
      return { id: hash(canonical([common, parameters, own])).slice(0, DIGITS), index, parameters, seed: own };
    },
  };
}

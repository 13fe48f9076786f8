import type { Catalog } from '../../core/catalog.ts';
import type { Store } from '../../data/store/store.ts';

/** A file of plain JSON (or YAML) given in place of the store. */
export interface InputFile {
  /** As the user wrote it, for errors. */
  readonly name: string;
  readonly text: string;
}

/** What is asked of a measure; flags that a measure does not take are refused before it runs. */
export interface Question {
  /** Codes or names, as written. */
  readonly states: readonly string[];
  /** States taken out of the system: what changes with one gone. */
  readonly without: readonly string[];
  readonly years?: readonly [first: number, last: number];
  readonly input?: InputFile;
  /** Sizes of made-up states or votes of players. */
  readonly weights?: readonly number[];
  readonly quota?: number;
  readonly gamma?: number;
  readonly honor?: number;
  readonly threat?: string;
}

/** Where a measure finds facts; both are opened only where they are used. */
export interface Facts {
  readonly catalog: () => Catalog;
  /** @throws {UserError} where the store lacks what is read */
  readonly store: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
}

export type MeasureRow = Readonly<Record<string, number | string | boolean | null>>;

export interface Measured {
  readonly rows: readonly MeasureRow[];
  /** Method, versions of the data, and what not to read into the numbers. */
  readonly notes: readonly string[];
}

export type QuestionFlag = 'state' | 'without' | 'years' | 'input' | 'weights' | 'quota' | 'gamma' | 'honor' | 'threat';

/** One measure of the system, as every surface offers it. */
export interface Measure {
  /** As on the command line: `niou-ordeshook-rose`. */
  readonly name: string;
  /** One line. */
  readonly title: string;
  /** The parts of a question it understands. */
  readonly takes: readonly QuestionFlag[];
  readonly run: (question: Question, facts: Facts) => Promise<Measured>;
}

export const defineMeasure = (measure: Measure): Measure => measure;

/** A number for a row: null where it is undefined. */
export const orNull = (value: number | undefined): number | null => (value === undefined || !Number.isFinite(value) ? null : value);

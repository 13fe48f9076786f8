import * as z from 'zod';
import type { Catalog } from '../../core/catalog.ts';
import type { IsoDate } from '../../core/states/types.ts';
import type { MappedWorld } from '../../core/states/world.ts';

/**
 * A question that programs put to foedus, over HTTP or as a tool of an assistant: one schema of what is asked and one of
 * what is answered, the same as `--json` prints.
 */

/** What an answer is drawn from. */
export interface VerbPlace {
  readonly catalog: () => Catalog;
  /** The world of the catalog, with the shapes of countries. */
  readonly world: () => MappedWorld;
  /** The folder whose store and drafts are read. */
  readonly workspace: string;
  readonly today: () => IsoDate;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export const FILE_FORMATS = ['csv', 'parquet', 'dta', 'graphml', 'gexf', 'ics', 'sarif', 'md', 'html', 'svg', 'bib', 'tex'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What was found: a value, and where it can be kept as a file, how it is written. */
export interface Found {
  readonly value: unknown;
  /** Name of such a file, without its ending. */
  readonly name?: string;
  readonly files?: Readonly<Partial<Record<FileFormat, (file: string) => Promise<void>>>>;
}

export interface Verb {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  readonly description?: string;
  readonly input: z.ZodObject;
  readonly answer: z.ZodType;
  /** Formats beside JSON, of which `format` names one. */
  readonly files: readonly FileFormat[];
  /** Whether it takes more than some fifty milliseconds: a server has it answered in a process beside. */
  readonly apart: boolean;
  /** Whether it changes the workspace. */
  readonly writes: boolean;
  /** @throws {UserError} for a mistake in the question; a ZodError where it is none */
  readonly run: (question: unknown, place: VerbPlace) => Promise<Found>;
}

interface Definition<I extends z.ZodObject> extends Omit<Verb, 'input' | 'run' | 'files' | 'apart' | 'writes'> {
  readonly input: I;
  readonly files?: readonly FileFormat[];
  readonly apart?: boolean;
  readonly writes?: boolean;
  readonly run: (question: z.output<I>, place: VerbPlace) => Found | Promise<Found>;
}

export function defineVerb<I extends z.ZodObject>({ run, files = [], apart = false, writes = false, ...verb }: Definition<I>): Verb {
  return { ...verb, files, apart, writes, run: async (question, place) => run(verb.input.parse(question), place) };
}

/** The part of a question that names a format; which of them it may be is checked here. */
export const formatOf = (...formats: readonly FileFormat[]) =>
  z
    .enum(['json', ...formats])
    .default('json')
    .describe('json answers at once; the others are files');

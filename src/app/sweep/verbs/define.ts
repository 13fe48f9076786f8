import type * as z from 'zod';
import type { Axis } from '../../../core/explore/sweep/axis.ts';
import type { Workplace } from '../../workplace.ts';
import { faultsError } from '../../user-error.ts';

/** Where a sweep finds what its question names. */
export interface SweepPlace extends Workplace {
  readonly today: string;
}

/** A verb that can be swept: its question, and the function that answers each cell (`src/app/sweep/cells/<name>.ts`). */
export interface SweepVerb {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Whether its answer depends on a seed; else a point has one cell. */
  readonly seeded: boolean;
  /**
   * Checks a question and what is varied, and looks up all that is named, so that cells need no files and no store.
   * @returns what all cells share, as plain JSON
   * @throws {UserError} where something is no question, or there is no such thing to vary
   */
  readonly prepare: (question: unknown, axes: readonly Axis[], place: SweepPlace) => Promise<unknown>;
}

export function defineSweepVerb<Q>(verb: {
  readonly name: string;
  readonly summary: string;
  readonly seeded: boolean;
  readonly question: z.ZodType<Q>;
  readonly prepare: (question: Q, axes: readonly Axis[], place: SweepPlace) => unknown;
}): SweepVerb {
  const { question: schema, prepare, ...rest } = verb;
  return {
    ...rest,
    prepare: async (given, axes, place) => {
      const read = schema.safeParse(given);
      if (read.success) return prepare(read.data, axes, place);
      throw faultsError(
        read.error.issues.map(({ path, message }) => `the question of ${verb.name}${path.length === 0 ? '' : `, ${path.join('.')}`}: ${message}.`),
        `this is no question of ${verb.name}.`,
      );
    },
  };
}

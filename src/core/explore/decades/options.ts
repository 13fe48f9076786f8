import type { Parameters } from '../../facts/parameters.ts';
import type { Inject } from './injects.ts';
import type { Scenario } from './scenarios.ts';
import type { DecadesStart } from './types.ts';

/** A run of decades, whole and as plain data: world `i` depends on this and on `i` alone. */
export interface DecadesInput {
  readonly start: DecadesStart;
  readonly years: number;
  readonly seed: number;
  readonly scenarios: readonly Scenario[];
  readonly injects: readonly Inject[];
  /** Files of the catalog: crisis, survival, spending, decades. */
  readonly parameters: readonly Parameters[];
  /** Parameters set by hand. */
  readonly set: Readonly<Record<string, number>>;
  /** Whether each world draws its parameters; the central values otherwise. */
  readonly draw: boolean;
  /** Suffix of the hazard of challenges: the era it was fitted in; by the year when left out. */
  readonly hazard?: string;
}

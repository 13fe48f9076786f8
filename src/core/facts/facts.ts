import type { Contingency } from './contingencies.ts';
import type { Indicator, IndicatorSources } from './indicators.ts';
import type { Institution } from './institutions.ts';
import type { Parameters } from './parameters.ts';
import type { Readiness } from './readiness.ts';
import type { Border, Nuclear, Presence, Rivalry } from './relations.ts';
import type { Snapshot } from './snapshots.ts';

/** The shape of `dist/facts.json`. */
export const FACTS_FORMAT = 1;

/** What the models know of states out of the box, as one value: built and checked from `catalog/`. */
export interface Facts {
  readonly format: typeof FACTS_FORMAT;
  /** First twelve hex digits of the SHA-256 of the content. */
  readonly version: string;
  readonly indicators: readonly Indicator[];
  readonly indicatorSources: IndicatorSources;
  readonly snapshots: readonly Snapshot[];
  readonly institutions: readonly Institution[];
  readonly contingencies: readonly Contingency[];
  readonly rivalries: readonly Rivalry[];
  readonly nuclear: readonly Nuclear[];
  readonly presence: readonly Presence[];
  readonly borders: readonly Border[];
  readonly readiness: Readiness;
  readonly parameters: readonly Parameters[];
}

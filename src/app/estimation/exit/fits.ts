import type { LinkName } from '../../../core/estimate/links.ts';
import { rateOf, type Rate } from '../../../core/estimate/rate.ts';
import { isMissing, valueAt } from '../../../core/table/column.ts';
import { numberColumn, type Table } from '../../../core/table/table.ts';
import { clusteredFit, type ClusteredFit } from '../clustered-fit.ts';

/** Years that share a fit: the end of one war and the order made after it changed what alliances are. */
export const ERAS = [
  { id: 'all', words: '1815 to 2018', subset: '', holds: (): boolean => true },
  { id: 'to-1945', words: '1815 to 1945', subset: ' & after_1945 == 0', holds: (after: number): boolean => after === 0 },
  { id: 'since-1946', words: '1946 to 2018', subset: ' & after_1945 == 1', holds: (after: number): boolean => after === 1 },
] as const;

export type EraId = (typeof ERAS)[number]['id'];

/** Regressors of the yearly hazard of a defense pact, with the name each has among the parameters. */
export const REGRESSORS = {
  after_1945: 'after-1945',
  no_major: 'minor-minor',
  conditional: 'conditional',
  offense: 'offense',
  asymmetric: 'asymmetric',
  expiring: 'term-expiring',
  regime_change: 'regime-change',
  member_at_war: 'member-at-war',
  capability_change: 'capability-change',
  outside_alliance_before: 'outside-alliance',
} as const;

/** Held in every fit, and no parameters: what a clause that states choose says of them, and that large alliances have more members that change. */
export const HELD = ['withdrawal', 'log_members'] as const;

/** The equation of an era. */
export function exitFormula(era: EraId, outcome = 'ended'): string {
  const terms = Object.keys(REGRESSORS).filter((name) => era === 'all' || name !== 'after_1945');
  return `${outcome} ~ ${[...HELD, ...terms].join(' + ')}`;
}

/** Fits a hazard to the defense pacts of an era, standard errors by treaty. @throws {EstimateError} as `fit` */
export function pactFit(
  table: Table,
  formula: string,
  { subset = '', link = 'logit' }: { readonly subset?: string; readonly link?: LinkName } = {},
): ClusteredFit {
  return clusteredFit(table, { formula, subset: `defense_ever == 1${subset}`, link, cluster: 'atopid' });
}

/** Values that columns must have in a row; a missing value counts as 0. */
export type Where = Readonly<Record<string, number>>;

/** Yearly rate of an outcome among the rows that meet conditions, its interval robust to dependence within treaties. */
export function yearlyRate(table: Table, outcome: string, where: Where, z?: number): Rate {
  const conditions = Object.entries(where).map(([name, value]) => [numberColumn(table, name), value] as const);
  const meets = (row: number): boolean => conditions.every(([column, value]) => (isMissing(column, row) ? 0 : column.values[row]) === value);
  return rateOf(numberColumn(table, outcome).values, numberColumn(table, 'atopid').values, meets, z);
}

/** Share of the rows meeting conditions in which a column, where known, is 1. */
export function shareOf(table: Table, name: string, where: Where): { readonly value: number; readonly n: number } {
  const conditions = Object.entries(where).map(([key, value]) => [numberColumn(table, key), value] as const);
  const column = numberColumn(table, name);
  let [n, sum] = [0, 0];
  for (let row = 0; row < table.rows; row++) {
    const value = valueAt(column, row);
    if (typeof value !== 'number' || !conditions.every(([one, wanted]) => one.values[row] === wanted)) continue;
    n++;
    sum += value;
  }
  return { value: sum / n, n };
}

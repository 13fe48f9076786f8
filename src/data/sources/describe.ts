import type { TableSpec, Variable } from '../source.ts';

type Check = NonNullable<TableSpec['checks']>[number];

const NO_YES = { 0: 'no', 1: 'yes' } as const;

/** A variable that is 0 or 1. */
export const flag = (label: string, more: Partial<Variable> = {}): Variable => ({ kind: 'int8', label, valueLabels: NO_YES, ...more });

/** A variable of codes, each with its meaning. */
export const code = (label: string, valueLabels: Readonly<Record<number, string>>, more: Partial<Variable> = {}): Variable => ({
  kind: 'int8',
  label,
  valueLabels,
  ...more,
});

const columnName = (name: string): string => `"${name}"`;

/** Checks that variables with labeled codes hold no other: a code without a label is a changed layout or another edition. */
export const onlyLabeledCodes = (columns: Readonly<Record<string, Variable>>): readonly Check[] =>
  Object.entries(columns).flatMap(([name, { valueLabels }]) => {
    if (valueLabels === undefined) return [];
    const codes = Object.keys(valueLabels).join(', ');
    return [{ holds: `${columnName(name)} IN (${codes})`, message: `${name} is one of ${codes}` }];
  });

/** A check that a variable, where it is not missing, lies within bounds, both included. */
export const between = (name: string, lowest: number, highest: number): Check => ({
  holds: `${columnName(name)} BETWEEN ${lowest} AND ${highest}`,
  message: `${name} lies between ${lowest} and ${highest}`,
});

/** Checks that columns hold state numbers of the Correlates of War or of Gleditsch and Ward. */
export const stateNumbers = (...names: readonly string[]): readonly Check[] => names.map((name) => between(name, 2, 990));

/**
 * A check that a directed table tells every pair from both sides.
 * @param same what the two rows have in common: year, dispute number
 */
export const bothDirections = (same: readonly string[]): Check => {
  const shared = same.map(columnName);
  const reversed = ['ccode2', 'ccode1', ...shared].join(', ');
  return {
    holds: `(${['ccode1', 'ccode2', ...shared].join(', ')}) IN (SELECT (${reversed}) FROM t)`,
    message: `every row has its counterpart from ccode2 to ccode1 with the same ${same.join(', ')}`,
  };
};

/** A check that two columns name two states. */
export const twoStates: Check = { holds: 'ccode1 <> ccode2', message: 'ccode1 and ccode2 are two states' };

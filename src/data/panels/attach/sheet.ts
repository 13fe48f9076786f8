import type { Column, ColumnKind, NumberArray } from '../../../core/table/column.ts';
import { yearSpans, type StateSystem } from '../system/state-system.ts';
import { spanOf, type Years } from '../units.ts';

/** A variable of states by year, a value for every state of the list and year of the panel: `state * years + year`. */
export interface Sheet {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly label: string;
  readonly values: NumberArray;
  readonly valueLabels?: Readonly<Record<number, string>>;
  /** Of text. */
  readonly levels?: readonly string[];
  /** Not for pairs and groups. */
  readonly alone?: true;
}

/** A column from values of a sheet's kind, under a name of its own. */
export function columnLike(
  { kind, valueLabels, levels = [] }: Pick<Sheet, 'kind' | 'valueLabels' | 'levels'>,
  name: string,
  label: string,
  values: NumberArray,
): Column {
  if (kind === 'text') {
    if (!(values instanceof Int32Array)) throw new TypeError(`${name}: text is numbered in 32 bits`);
    return { name, kind, label, values, levels };
  }
  return { name, kind, label, values, ...(valueLabels !== undefined && { valueLabels }) };
}

/** Marks the state-years in which a state is a member on any day. */
export function memberYears(system: StateSystem, years: Years): Uint8Array {
  const span = spanOf(years);
  const members = new Uint8Array(system.codes.length * span);
  system.stays.forEach((stays, state) => {
    for (const { first, last } of yearSpans(stays, years)) members.fill(1, state * span + first - years.first, state * span + last - years.first + 1);
  });
  return members;
}

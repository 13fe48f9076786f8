import { MISSING, missingOf, numbers, type Column, type NumberKind } from '../../../core/table/column.ts';

const WHOLE = ['int8', 'int16', 'int32'] as const;
const LIMITS = { int8: 127, int16: 32_767, int32: 2_147_483_647 } as const;

/** The smallest kind that holds every value of a column as it is; -128 and its like stand for missing. */
function smallestKind(column: Exclude<Column, { kind: 'text' }>): NumberKind {
  const missing = missingOf(column.kind);
  let needed = 0;
  for (const value of column.values) {
    if (value === missing || Number.isNaN(value)) continue;
    while (!(Number.isInteger(value) && value <= LIMITS[WHOLE[needed] ?? 'int32'] && value > MISSING[WHOLE[needed] ?? 'int32'])) {
      if (++needed === WHOLE.length) return 'float64';
    }
  }
  return WHOLE[needed] ?? 'int32';
}

/** A column in the smallest kind that holds all its values: panels repeat them a thousandfold. */
export function narrowed(column: Column): Column {
  if (column.kind === 'text') return column;
  const kind = smallestKind(column);
  if (kind === column.kind) return column;
  const [from, to] = [missingOf(column.kind), missingOf(kind)];
  const values = numbers(kind, column.values.length);
  for (let row = 0; row < values.length; row++) {
    const value = column.values[row] ?? from;
    values[row] = value === from || Number.isNaN(value) ? to : value;
  }
  return { ...column, kind, values };
}

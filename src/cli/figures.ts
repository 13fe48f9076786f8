/** What a cell of a result may hold. */
export type Cell = number | string | boolean | null | undefined;

/** A number as scholars print it: with four decimals where it is no whole number, in powers of ten where those show nothing. */
export function figure(value: Cell, whole = Number.isInteger(value)): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || whole) return String(value);
  return value !== 0 && Math.abs(value) < 0.0001 ? value.toExponential(2) : value.toFixed(4);
}

/** Rows as cells under their heading; a column has decimals throughout where one of its numbers has. */
export function cellsOf(rows: readonly Readonly<Record<string, Cell>>[], names = [...new Set(rows.flatMap((row) => Object.keys(row)))]): string[][] {
  const whole = new Set(names.filter((name) => rows.every((row) => typeof row[name] !== 'number' || Number.isInteger(row[name]))));
  return [names, ...rows.map((row) => names.map((name) => figure(row[name], whole.has(name))))];
}

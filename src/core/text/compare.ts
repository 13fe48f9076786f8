/** Negative, zero or positive as `a` stands before, at or after `b` by code units, whatever the language: ids and full dates. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a spreadsheet would run as a formula, and numbers, which begin like one and are none. */
const FORMULA = /^[=+\-@\t\r]./s;
const NUMBER = /^[+-]?(\d[\d.,]*|\.\d+)(e[+-]?\d+)?%?( to [+\-−]?[\d.,]+)?$/i;

/**
 * Rows as CSV (RFC 4180, lines ended by a line feed); a cell is quoted where it must be, and one that a spreadsheet would run
 * as a formula begins with an apostrophe.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  const inert = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map((text) => cell(inert(text))).join(',')}\n`).join('');
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+\-−]?\d[\d.,]*%?( to [+\-−]?[\d.,]+)?$/;

/** A cell that no spreadsheet runs: what begins like a formula and is no number gets an apostrophe before it. */
export const inert = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

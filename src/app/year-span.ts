/** First and last year, both included. */
export type YearSpan = readonly [first: number, last: number];

/** "1914", "1816 to 2018". */
export function spanInWords([first, last]: YearSpan): string {
  return first === last ? String(first) : `${first} to ${last}`;
}

/** Years from first to last. */
export function yearsBetween([first, last]: YearSpan): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

import { addDuration } from '../states/dates.ts';
import { equal } from './equal.ts';

/** How the second of two things stands to the first; `apart` where neither holds the other. */
export type Order = 'same' | 'more' | 'less' | 'apart';

export const opposite = (order: Order): Order => (order === 'more' ? 'less' : order === 'less' ? 'more' : order);

/** Several orders as one: they must not point both ways. */
export function joined(orders: readonly Order[]): Order {
  const told = new Set(orders.filter((order) => order !== 'same'));
  if (told.size === 0) return 'same';
  const [first = 'apart'] = told;
  return told.size === 1 ? first : 'apart';
}

/** Sets by what they hold. */
export function orderOfSets(before: readonly unknown[], after: readonly unknown[]): Order {
  const holds = (whole: readonly unknown[], part: readonly unknown[]): boolean => part.every((one) => whole.some((other) => equal(one, other)));
  const [grows, shrinks] = [holds(after, before), holds(before, after)];
  return grows ? (shrinks ? 'same' : 'more') : shrinks ? 'less' : 'apart';
}

export function orderOfNumbers(before: number, after: number): Order {
  return before === after ? 'same' : after > before ? 'more' : 'less';
}

/** Words by their place in a list, from the least; `apart` where one is not in it. */
export function orderOfWords(ranks: readonly (string | undefined)[], before: string | undefined, after: string | undefined): Order {
  if (before === after) return 'same';
  const [from, to] = [ranks.indexOf(before), ranks.indexOf(after)];
  return from === -1 || to === -1 ? 'apart' : orderOfNumbers(from, to);
}

/** Durations by the days they take from a day; one that is not given is none. */
export function orderOfDurations(before: string | undefined, after: string | undefined): Order {
  const end = (duration: string | undefined): number =>
    Number((duration === undefined ? '2001-01-01' : addDuration('2001-01-01', duration)).replaceAll('-', ''));
  return orderOfNumbers(end(before), end(after));
}

/** Spans by the days in them; an end that is not given is none. Partial dates are compared as they are written. */
export function orderOfSpans(
  before: { readonly from?: string | undefined; readonly to?: string | undefined },
  after: { readonly from?: string | undefined; readonly to?: string | undefined },
): Order {
  const start = orderOfNumbers(rank(before.from, false), rank(after.from, false));
  return joined([opposite(start), orderOfNumbers(rank(before.to, true), rank(after.to, true))]);
}

function rank(date: string | undefined, isEnd: boolean): number {
  if (date === undefined) return isEnd ? Infinity : -Infinity;
  return Number(`${date}-01-01`.slice(0, 10).replaceAll('-', ''));
}

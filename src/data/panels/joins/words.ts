import type { Several } from './join.ts';

/** A table whose key leaves no two rows for a state or pair and year, but for codes that become one in another system. */
export const ONE_ROW: Several = { take: 'first', words: 'another code of the same state in the year: that in use at its end is taken, else the first' };

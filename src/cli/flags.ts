import type { Flag } from './command.ts';

/** Flags and arguments that mean the same to several commands. */

/** A day or, in its place, a year: read by `askedDay`. */
export const DAY: readonly Flag[] = [
  { name: 'date', value: 'DATE', description: 'the day; today when left out' },
  { name: 'year', value: 'YEAR', description: 'in place of a day: the middle of the year' },
];

/** Which treaties are asked, beside or in place of the catalog's. */
export const TREATIES: readonly Flag[] = [
  {
    name: 'treaty',
    value: 'FILE',
    description: "a draft, or atop:3180 or atop:all, to add; or to take the place of the catalog's with its id or ATOP number",
    repeat: true,
    complete: 'file',
  },
  { name: 'only', value: 'ID', description: 'look at this treaty alone, or at atop:3180 or atop:all', repeat: true, complete: 'treaty' },
];

/** What is assessed of a treaty: which contingencies, in which form, with whom, at which values. */
export const ASSESSED: readonly Flag[] = [
  { name: 'contingency', value: 'ID', description: 'this one alone, or several', repeat: true },
  { name: 'as', value: 'FORM', description: 'bind the same partners as a pact, as hub:USA, or as pairs' },
  { name: 'without', value: 'STATE', description: 'with this member gone', complete: 'state' },
  { name: 'set', value: 'NAME=VALUE', description: 'a clause or a parameter set by hand', repeat: true },
];

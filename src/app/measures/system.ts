import type { Store } from '../../data/store/store.ts';
import { readCapabilities } from '../dyads/read-record.ts';
import { UserError } from '../user-error.ts';
import type { Facts, Question } from './define.ts';
import { coverageNotes, readMajors, yearsWithin } from './record.ts';
import { stateNumbers } from './state-numbers.ts';
import { versionsNote } from './versions.ts';

/** The states of a system in a year, with their capability. */
export interface SystemYear {
  readonly year: number;
  readonly ccodes: readonly number[];
  readonly ids: readonly string[];
  readonly cinc: readonly number[];
}

export interface SystemYears {
  readonly years: readonly SystemYear[];
  readonly notes: readonly string[];
}

/**
 * The states a question is about, the major powers unless it names some, year by year with their CINC. States without a score in a year
 * are left out of it, and a note says so.
 * @param sources further sources the measure reads, for the note of versions
 */
export async function readSystem(question: Question, facts: Facts, store: Store, sources: readonly string[] = []): Promise<SystemYears> {
  const capabilities = await readCapabilities(store);
  const covered = [capabilities.firstYear, capabilities.lastYear] as const;
  const majors = question.states.length === 0 ? await readMajors(store) : undefined;
  const { numbers, idOf, remarks } = stateNumbers(facts.catalog());
  const unknown: string[] = [];
  const years = yearsWithin(question.years, covered, 'CINC').map((year): SystemYear => {
    const named = majors === undefined ? [...new Set(question.states.flatMap((text) => [...numbers(text, year)]))] : [...majors.of(year)];
    const gone = new Set(question.without.flatMap((text) => [...numbers(text, year)]));
    const meant = named.filter((ccode) => !gone.has(ccode));
    const ccodes = meant.filter((ccode) => !Number.isNaN(capabilities.of(ccode, year)));
    unknown.push(...meant.filter((ccode) => !ccodes.includes(ccode)).map((ccode) => `${idOf(ccode, year)} ${year}`));
    return { year, ccodes, ids: ccodes.map((ccode) => idOf(ccode, year)), cinc: ccodes.map((ccode) => capabilities.of(ccode, year)) };
  });
  const last = years.at(-1)?.year ?? 0;
  return {
    years,
    notes: [
      ...(question.without.length > 0 ? [`Left out of the system as asked: ${question.without.join(', ')}.`] : []),
      ...coverageNotes(question.years, covered, 'CINC'),
      ...remarks,
      versionsNote(store, ['nmc', ...(majors === undefined ? [] : ['majors']), ...sources]),
      ...(majors !== undefined && last > majors.listed
        ? [`The list of major powers ends in ${majors.listed}; those of that year are kept in later ones.`]
        : []),
      ...(unknown.length > 0
        ? [`No CINC, and so left out: ${unknown.slice(0, 12).join(', ')}${unknown.length > 12 ? ` and ${unknown.length - 12} more` : ''}.`]
        : []),
    ],
  };
}

/** The one year of a question. @throws {UserError} where it names none, or several */
export function oneYear(question: Question, measure: string): number {
  const [first, last] = question.years ?? [];
  if (first === undefined || first !== last) throw new UserError(`measure ${measure}: name one year with --year, or a system with --input.`);
  return first;
}

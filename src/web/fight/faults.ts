import { EVENT_KINDS, INTENSITIES, NONSTATE } from '../../core/law/types.ts';
import { formatDate } from '../../core/states/dates.ts';
import { ATTACK_OBJECTS, DOMAINS } from '../../core/treaty/vocabulary.ts';
import { FIRST_DAY, LAST_DAY, parseDate } from './dates.ts';
import { CASCADES, START, TABS } from './search.ts';
import type { RawSearch } from './search.ts';

/** Parameters that take one of a few words, and the word that holds where another is given. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  domain: DOMAINS,
  kind: EVENT_KINDS,
  intensity: INTENSITIES,
  cascade: CASCADES,
  show: ['duty', 'chance'],
  view: ['focus', 'world'],
  tab: TABS,
  object: ATTACK_OBJECTS,
};

const CODES = ['from', 'to', 'began', 'refuses', 'sel'] as const;
const PAIRS = ['war', 'joins'] as const;

/** What of an address cannot be read, a sentence each: what is wrong, what was expected, and what is shown instead. */
export function addressFaults(raw: RawSearch): string[] {
  const faults: string[] = [];
  const date = raw['date'];
  if (date) {
    const read = parseDate(date);
    if (!read) faults.push(`date=${date} is no day of the calendar. Shown: ${formatDate(START.date)}.`);
    else if (read < FIRST_DAY || read > LAST_DAY)
      faults.push(`date=${date} lies outside ${FIRST_DAY.slice(0, 4)} to ${LAST_DAY.slice(0, 4)}. Shown: the nearest day.`);
  }
  const isCode = (text: string): boolean => /^[A-Z]{3}$/.test(text) || text === NONSTATE;
  for (const key of CODES) {
    const wrong = listOf(raw[key]).find((code) => !isCode(code.toUpperCase()));
    if (wrong) faults.push(`${key}=${wrong} is no state: a state is three letters, such as AUH. It is left out.`);
  }
  for (const key of PAIRS) {
    const wrong = listOf(raw[key]).find((pair) => !/^[^:]+:[^:]+$/.test(pair) || !pair.toUpperCase().split(':').every(isCode));
    if (wrong) faults.push(`${key}=${wrong} is no pair of states, such as RUS:SRB. It is left out.`);
  }
  for (const [key, words] of Object.entries(WORDS)) {
    const given = raw[key];
    if (given && !words.includes(given)) faults.push(`${key}=${given} is not known here. Expected: ${words.join(', ')}.`);
  }
  const { step } = raw;
  if (step && !/^[1-9]\d*$/.test(step)) faults.push(`step=${step} is no step: steps are counted from 1.`);
  return faults;
}

const listOf = (text: string | undefined): string[] => (text ?? '').split(',').filter(Boolean);

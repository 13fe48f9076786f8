import { addDuration } from '../../states/dates.ts';
import { defineRule } from '../rule.ts';

const ANY_DAY = '2001-01-01';

export const exitNeverOpens = defineRule({
  id: 'exit/never-opens',
  severity: 'warning',
  summary: 'Leaving is possible only after the term has run out.',
  rationale:
    'A right to leave that opens on or after the last day of a term that is not renewed by itself can never be used. The text then has no exit, and should be read so.',
  source:
    'Koremenos 2005, "Contracting around International Uncertainty", American Political Science Review 99(4): 549-565, on duration and escape as one bargain.',
  check: ({ treaty: { exit, term } }) => {
    if (exit?.earliest === undefined || term?.kind !== 'fixed' || term.length === undefined || term.renewal === 'tacit') return [];
    return addDuration(ANY_DAY, exit.earliest) >= addDuration(ANY_DAY, term.length)
      ? [{ at: ['exit', 'earliest'], message: `Notice can first be given after ${exit.earliest}, when the term of ${term.length} is over` }]
      : [];
  },
});

import { addDuration } from '../../states/dates.ts';
import { defineRule } from '../rule.ts';

const ANY_DAY = '2001-01-01';

export const exitNoticeExceedsTerm = defineRule({
  id: 'exit/notice-exceeds-term',
  severity: 'error',
  summary: 'The period of notice is longer than the term.',
  rationale: 'Notice would have to be given before the treaty is in force. No party can do so, so one of the two durations is wrong.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 54(a) and 56(2).',
  check: ({ treaty: { exit, term } }) => {
    if (exit?.notice === undefined || term?.length === undefined) return [];
    return addDuration(ANY_DAY, exit.notice) > addDuration(ANY_DAY, term.length)
      ? [{ at: ['exit', 'notice'], message: `Notice of ${exit.notice} is longer than the term of ${term.length}` }]
      : [];
  },
});

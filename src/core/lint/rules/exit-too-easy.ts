import { addDuration } from '../../states/dates.ts';
import { isAutomaticForce, isHelp } from '../clauses.ts';
import { defineRule } from '../rule.ts';

const ANY_DAY = '2001-01-01';

export const exitTooEasy = defineRule({
  id: 'exit/too-easy',
  severity: 'advice',
  summary: 'Force is promised without reserve, and the promise can be dropped within half a year.',
  rationale:
    "A crisis lasts months. A pledge of all one's forces that can be withdrawn while the crisis ripens tells a challenger to wait; the cost of leaving is part of what makes a commitment believed.",
  source:
    'Morrow 2000, "Alliances: Why Write Them Down?", Annual Review of Political Science 3: 63-83; Helfer 2005, "Exiting Treaties", Virginia Law Review 91: 1579-1648.',
  check: ({ treaty: { exit }, clauses }) => {
    if (exit?.notice === undefined || exit.earliest !== undefined || addDuration(ANY_DAY, exit.notice) >= addDuration(ANY_DAY, 'P6M')) return [];
    const strong = clauses.find(({ obligation }) => isHelp(obligation) && isAutomaticForce(obligation));
    return strong === undefined
      ? []
      : [
          {
            at: ['exit', 'notice'],
            clause: strong.obligation.id,
            message: `Notice of ${exit.notice} is short for a promise of force without reserve ('${strong.obligation.id}')`,
          },
        ];
  },
});

import { partiesOf } from '../clauses.ts';
import { defineRule } from '../rule.ts';

const MANY = 8;

export const decisionUnanimityAmongMany = defineRule({
  id: 'decision/unanimity-among-many',
  severity: 'warning',
  summary: 'Eight or more parties must all agree, and no silence procedure shortens it.',
  rationale:
    'Each veto player added lowers the chance that all agree, and lengthens the time it takes; warning of an attack today is counted in days, of a cyber attack in minutes. A silence procedure, or powers delegated beforehand, keeps the veto and buys the time back.',
  source: 'Tsebelis 2002, Veto Players (Princeton University Press); Koremenos, Lipson and Snidal 2001, International Organization 55(4): 761-799.',
  check: ({ treaty: { decisions, ...treaty }, clauses }) => {
    const many = partiesOf({ ...treaty }).length;
    const all = decisions?.rule === 'unanimity' || decisions?.rule === 'consensus';
    const acts = clauses.some(({ obligation }) => obligation.kind === 'defense' || obligation.kind === 'offense');
    return all && many >= MANY && acts && decisions?.silence_procedure !== true
      ? [
          {
            at: ['decisions', 'rule'],
            message: `All of ${String(many)} must agree: a silence procedure or delegated powers would save the time a crisis lacks`,
          },
        ]
      : [];
  },
});

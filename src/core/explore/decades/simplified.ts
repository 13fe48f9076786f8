/** What the worlds leave out, in sentences: shown with every result. */
export const SIMPLIFIED: readonly string[] = [
  'Great powers, borders and nuclear weapons stay as they are at the start; no state becomes independent but where the record says so.',
  'New treaties are pacts of defense against any outsider; other kinds are not made. Members of one treaty hold back from fighting each other.',
  'What a treaty owes is asked of the law once, at the start; members that join or leave change it clause by clause, as its conditions on membership say.',
  'A promise that hangs on the place of attack is held to the home of the target; crises have no warning time: whoever comes, comes.',
  'Who might join a crisis: states bound to, great powers, and neighbors of either that are rivals of one of them.',
  'Promises are tested by wars alone; crises short of war move no reputation.',
  "A joint gain counts the year's expected challenges and strength at the place, to first order; pacts are not bargained over.",
  'Spending answers allies with one mean spill-in for all, and moves power by a third of its change.',
];

import type { Duty, NotOwed } from '../../core/law/types.ts';
import { ACTION_ORDER } from './words.ts';
import type { FreeAlly, LiveDuty, StoryStep } from './story.ts';

/** Duties of one kind under one article toward one state, told as one line. */
export interface DutyRow {
  readonly key: string;
  readonly states: readonly string[];
  readonly duty: Duty;
  readonly fresh: boolean;
  readonly status: LiveDuty['status'];
  /** Keys of every duty in it. */
  readonly keys: readonly string[];
}

export interface FreeRow {
  readonly key: string;
  readonly states: readonly string[];
  readonly notOwed: NotOwed;
  readonly owesLess: boolean;
  readonly keys: readonly string[];
}

/** From this many on, states under one article fold into one row. */
const FOLD = 3;

function fold<T>(items: readonly T[], by: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return [...groups.values()].flatMap((group) => (group.length >= FOLD ? [group] : group.map((one) => [one])));
}

/** The duties of a step as rows: the strongest kind first, then in the order in which they arose. */
export function dutyRows(step: StoryStep): DutyRow[] {
  const rank = (live: LiveDuty): number => ACTION_ORDER.indexOf(live.duty.action);
  const ordered = step.duties.map((live, i) => ({ live, i })).sort((a, b) => rank(a.live) - rank(b.live) || a.i - b.i);
  return fold(
    ordered.map(({ live }) => live),
    ({ duty, fresh, status }) => [duty.action, duty.toward, duty.treaty, duty.article, fresh, status].join('|'),
  ).flatMap((group) => {
    const [first] = group;
    return first
      ? [
          {
            key: first.key,
            states: group.map(({ duty }) => duty.state),
            duty: first.duty,
            fresh: first.fresh,
            status: first.status,
            keys: group.map(({ key }) => key),
          },
        ]
      : [];
  });
}

export function freeRows(step: StoryStep): FreeRow[] {
  return fold(step.free, ({ notOwed, owesLess }: FreeAlly) => [notOwed.toward, notOwed.treaty, notOwed.article, notOwed.reason, owesLess].join('|')).flatMap(
    (group) => {
      const [first] = group;
      return first
        ? [
            {
              key: first.key,
              states: group.map(({ notOwed }) => notOwed.state),
              notOwed: first.notOwed,
              owesLess: first.owesLess,
              keys: group.map(({ key }) => key),
            },
          ]
        : [];
    },
  );
}

export const countStates = (rows: readonly { readonly states: readonly string[] }[]): number => new Set(rows.flatMap(({ states }) => states)).size;

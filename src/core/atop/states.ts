import { dateOfDay, dayNumber, inSpan } from '../states/dates.ts';
import type { Registry } from '../states/registry.ts';
import type { CodeSpan, IsoDate, State, StateId } from '../states/types.ts';

/** The states that COW numbers stand for. */
export interface CowStates {
  /** On a date; undefined where the registry has none, or several. */
  on(number: number, date: IsoDate): StateId | undefined;
  /** Days from a date on, before another where one is given, on which the number passes to another state, in order: 345 from Yugoslavia to Serbia in 2006. */
  turns(number: number, from: IsoDate, to?: IsoDate): readonly IsoDate[];
}

/**
 * Finds states by COW numbers. ATOP and the dispute data use a number some months before or after the days for which COW
 * gives it (260 at its signature of 1954): the number alone then decides.
 */
export function cowStates(registry: Registry): CowStates {
  const byNumber = new Map<number, { readonly state: StateId; readonly span: CodeSpan }[]>();
  for (const { id, cow = [] } of registry.all) {
    for (const span of cow) byNumber.set(span.number, [...(byNumber.get(span.number) ?? []), { state: id, span }]);
  }
  const on = (number: number, date: IsoDate): StateId | undefined => {
    const all = byNumber.get(number) ?? [];
    const then = all.filter(({ span }) => inSpan(span, date));
    const existing = then.filter(({ state }) => registry.existsOn(state, date));
    const states = new Set((existing.length > 0 ? existing : then.length > 0 ? then : all).map(({ state }) => state));
    const [state] = states;
    return states.size === 1 ? state : undefined;
  };
  return {
    on,
    turns: (number, from, to) => {
      const begins = new Set((byNumber.get(number) ?? []).flatMap(({ span }) => (span.from === undefined ? [] : [span.from])));
      const within = [...begins].filter((date) => date > from && (to === undefined || date < to));
      return within.filter((date) => on(number, date) !== on(number, dateOfDay(dayNumber(date) - 1))).toSorted();
    },
  };
}

/** The COW number a state has on a date, else the last it had before; undefined where it never had one. */
export function cowNumber(state: State | undefined, date: IsoDate): number | undefined {
  const spans = state?.cow ?? [];
  return (spans.find((span) => inSpan(span, date)) ?? spans.findLast(({ from }) => from === undefined || from <= date) ?? spans[0])?.number;
}

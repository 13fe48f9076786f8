import { inSpan } from '../states/dates.ts';
import type { Registry } from '../states/registry.ts';
import type { CodeSpan, IsoDate, State, StateId } from '../states/types.ts';

/** The state that a COW number stands for on a date; undefined where the registry has none, or several. */
export type CowStates = (number: number, date: IsoDate) => StateId | undefined;

/**
 * Finds states by COW numbers. ATOP and the dispute data use a number some months before or after the days for which COW
 * gives it (260 at its signature of 1954): the number alone then decides.
 */
export function cowStates(registry: Registry): CowStates {
  const byNumber = new Map<number, { readonly state: StateId; readonly span: CodeSpan }[]>();
  for (const { id, cow = [] } of registry.all) {
    for (const span of cow) byNumber.set(span.number, [...(byNumber.get(span.number) ?? []), { state: id, span }]);
  }
  return (number, date) => {
    const all = byNumber.get(number) ?? [];
    const then = all.filter(({ span }) => inSpan(span, date));
    const existing = then.filter(({ state }) => registry.existsOn(state, date));
    const states = new Set((existing.length > 0 ? existing : then.length > 0 ? then : all).map(({ state }) => state));
    const [state] = states;
    return states.size === 1 ? state : undefined;
  };
}

/** The COW number a state has on a date, else the last it had before; undefined where it never had one. */
export function cowNumber(state: State | undefined, date: IsoDate): number | undefined {
  const spans = state?.cow ?? [];
  return (spans.find((span) => inSpan(span, date)) ?? spans.findLast(({ from }) => from === undefined || from <= date) ?? spans[0])?.number;
}

import type { Path } from '../../diagnostics.ts';
import { isBefore, triggersOf } from '../clauses.ts';
import { defineRule, type Finding } from '../rule.ts';

export const dateSpanReversed = defineRule({
  id: 'date/span-reversed',
  severity: 'error',
  summary: 'A clause, a part of an area, a reservation or a suspension ends on or before the day on which it begins.',
  rationale:
    '`until` is the first day on which a thing no longer holds; where it is not after `from` the clause never holds, and the encoder meant something else.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 24 and 57.',
  check: ({ treaty, clauses }) => {
    const span = (value: { readonly from?: string | undefined; readonly until?: string | undefined }, path: Path, clause: string): readonly Finding[] =>
      value.from !== undefined && value.until !== undefined && !isBefore(value.from, value.until)
        ? [{ at: [...path, 'until'], clause, message: `Ends on ${value.until}, which is not after its first day, ${value.from}` }]
        : [];
    return [
      ...clauses.flatMap(({ obligation, path }) => span(obligation, path, obligation.id)),
      ...triggersOf(treaty).flatMap(({ trigger: { area }, path, clause }) =>
        area === undefined
          ? []
          : [...span(area, [...path, 'area'], clause), ...(area.parts ?? []).flatMap((part, i) => span(part, [...path, 'area', 'parts', i], clause))],
      ),
      ...(treaty.reservations ?? []).flatMap((one, i) => span(one, ['reservations', i], one.obligation)),
      ...(treaty.suspensions ?? []).flatMap((one, i) => span(one, ['suspensions', i], one.obligation ?? '')),
    ].map(({ clause, ...rest }) => ({ ...rest, ...(clause !== undefined && clause !== '' && { clause }) }));
  },
});

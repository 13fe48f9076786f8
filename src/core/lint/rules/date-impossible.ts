import { isPartialDate } from '../../states/dates.ts';
import { defineRule } from '../rule.ts';

export const dateImpossible = defineRule({
  id: 'date/impossible',
  severity: 'error',
  summary: 'A date that no calendar has, or that lies outside 1600 to 2200.',
  rationale:
    'A clause falls due, ends or is reviewed on a day; where the day does not exist nothing can be reckoned from it. The parser refuses such a date where only a date may stand; this rule also looks where a sentence may stand in its place, and at years that are slips of the pen.',
  source:
    'ISO 8601, calendar dates; Vienna Convention on the Law of Treaties (1969), article 24(1): a treaty enters into force "in such manner and upon such date as it may provide".',
  check: ({ treaty }) => {
    const until = (treaty.conditionality ?? []).flatMap(({ id, until: value }, i) =>
      value !== undefined && /^\d{4}-\d{2}(-\d{2})?$/.test(value) && !isPartialDate(value)
        ? [{ at: ['conditionality', i, 'until'], clause: id, message: `No such date: ${value}` }]
        : [],
    );
    const dates = [
      ['signed', treaty.signed],
      ['in_force', treaty.in_force],
      ['ended', treaty.ended?.date],
    ] as const;
    const years = dates.flatMap(([key, value]) =>
      value !== undefined && (value < '1600' || value >= '2201')
        ? [{ at: key === 'ended' ? ['ended', 'date'] : [key], message: `The year ${value.slice(0, 4)} lies outside 1600 to 2200` }]
        : [],
    );
    return [...years, ...until];
  },
});

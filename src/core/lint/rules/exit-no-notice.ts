import { addKey, suggestionsOf } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const exitNoNotice = defineRule({
  id: 'exit/no-notice',
  severity: 'warning',
  summary: 'A party may leave without notice.',
  rationale:
    'Notice is what an ally needs to arrange its defense otherwise. Where the text sets none, twelve months are presumed; without even that, the promise is worth no more than the mood of the day.',
  source: 'Vienna Convention on the Law of Treaties (1969), article 56(2); Helfer 2005, "Exiting Treaties", Virginia Law Review 91: 1579-1648.',
  check: ({ parsed, treaty: { exit } }) =>
    exit !== undefined && exit.allowed !== false && exit.notice === undefined
      ? [
          {
            at: ['exit'],
            key: true,
            message: "No period of notice: write 'notice', such as P1Y",
            ...suggestionsOf(addKey(parsed, ['exit'], 'notice', 'P1Y', 'Ask for a year’s notice')),
          },
        ]
      : [],
});

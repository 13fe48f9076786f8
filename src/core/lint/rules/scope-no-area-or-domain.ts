import { isHelp } from '../clauses.ts';
import { addKey, suggestionsOf } from '../edits.ts';
import { homeRegions } from '../home-regions.ts';
import { defineRule } from '../rule.ts';

export const scopeNoAreaOrDomain = defineRule({
  id: 'scope/no-area-or-domain',
  severity: 'advice',
  summary: 'A promise to fight that says neither where nor in what domain the attack must fall.',
  rationale:
    'Left open, the clause is read as one on the home territory of the ally, on its forces anywhere, and on land, sea and air. Colonies, disputed islands, ships abroad and attacks through networks are then for each to argue when the case arises.',
  source:
    'North Atlantic Treaty (1949), article 6, as the pattern of an area clause; Leeds, Long and Mitchell 2000, Journal of Conflict Resolution 44(5): 686-699, on specific promises.',
  check: ({ parsed, treaty, world, clauses }) =>
    clauses.flatMap(({ obligation, path }) => {
      const { trigger, id } = obligation;
      if (!isHelp(obligation) || trigger === undefined || trigger.area !== undefined || trigger.domains !== undefined || trigger.objects !== undefined)
        return [];
      const regions = homeRegions(treaty, world).join(', ');
      const at = [...path, 'trigger'];
      return [
        {
          at,
          key: true,
          clause: id,
          message: 'Says neither where nor in what domain: its own territory by land, sea and air is understood',
          ...suggestionsOf(
            regions === '' ? undefined : addKey(parsed, at, 'area', `{include: [${regions}]}`, `Hold it to ${regions}`),
            addKey(parsed, at, 'domains', '[land, sea, air]', 'Name land, sea and air'),
          ),
        },
      ];
    }),
});

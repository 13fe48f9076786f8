import { isAutomaticForce, isHelp, isOpen, isWorldwide } from '../clauses.ts';
import { addKey, suggestionsOf, toDiscretion } from '../edits.ts';
import { homeRegions } from '../home-regions.ts';
import { defineRule } from '../rule.ts';

export const scopeOpenArea = defineRule({
  id: 'scope/open-area',
  severity: 'warning',
  summary: 'Force is owed for an attack anywhere in the world, by any power.',
  rationale:
    'Where the text only asks that the ally be attacked, a skirmish on a distant frontier is as good a casus foederis as an invasion. Either a region or an adversary keeps a promise of force within what the parties had in mind.',
  source:
    'Snyder 1997, Alliance Politics (Cornell University Press); Beckley 2015, "The Myth of Entangling Alliances", International Security 39(4): 7-48, on how loopholes and limits of scope keep states out of unwanted wars.',
  check: ({ parsed, treaty, world, clauses }) =>
    clauses.flatMap(({ obligation, path }) => {
      const { trigger, id } = obligation;
      if (trigger === undefined || !isHelp(obligation) || !isAutomaticForce(obligation) || !isOpen(trigger) || !isWorldwide(trigger)) return [];
      const regions = homeRegions(treaty, world).join(', ');
      return [
        {
          at: [...path, 'trigger', 'area'],
          key: true,
          clause: id,
          message: 'Covers an attack anywhere, by anybody: name the region or the adversary',
          ...suggestionsOf(
            regions === '' ? undefined : addKey(parsed, [...path, 'trigger', 'area'], 'include', `[${regions}]`, `Hold it to ${regions}`),
            toDiscretion(parsed, path),
          ),
        },
      ];
    }),
});

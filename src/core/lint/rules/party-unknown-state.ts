import { indexNames } from '../../states/search.ts';
import { explainUnknownState } from '../../states/unknown.ts';
import { statesNamed } from '../leaves.ts';
import { replaceWord } from '../edits.ts';
import { defineRule } from '../rule.ts';

export const partyUnknownState = defineRule({
  id: 'party/unknown-state',
  severity: 'error',
  summary: 'A state id that the registry does not know.',
  rationale:
    "Whether a clause binds, or reaches an adversary, is decided by the states it names; an unknown one can be neither. Ids are ISO 3166 alpha-3 or the registry's own; COW and Gleditsch-Ward abbreviations (GMY, UKG) are other alphabets, and where one means a single state the fix writes its id.",
  source:
    'ISO 3166-1 alpha-3; Correlates of War Project, State System Membership; Gleditsch and Ward 1999, "A Revised List of Independent States since the Congress of Vienna", International Interactions 25(4): 393-413.',
  check: ({ treaty, world, parsed }) => {
    const unknown = statesNamed(treaty).filter(({ value }) => world.state(value) === undefined);
    if (unknown.length === 0) return [];
    const index = indexNames(world.states);
    return unknown.map(({ path, value }) => {
      const meant = world.states.filter(({ cow, gw }) => [...(cow ?? []), ...(gw ?? [])].some(({ abbr }) => abbr === value));
      const [only] = meant;
      const fix = meant.length === 1 && only !== undefined ? replaceWord(parsed, path, value, only.id) : undefined;
      return { at: path, message: explainUnknownState(index, value), ...(fix !== undefined && { fix }) };
    });
  },
});

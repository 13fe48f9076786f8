/** What may be asked of a scenario, and what it does. */
export const SCENARIOS = {
  downturn: 'output of a state, or of all, falls by 8 % in the year, three quarters of it left a year later',
  government: 'a government that holds promises and treaties cheaper comes to power in a state',
  leaves: 'a state gives notice to the pact of defense with most members that it belongs to, or to the one named',
  'new-domain': 'attacks by computers, cables and saboteurs come between rivals from the year on',
  'rival-rises': 'power of a state grows by 4 % a year faster than the world, for ten years; of the great power with most rivals where none is named',
  'pledges-met': 'who pledged spending meets it as fast as spending moves',
  'pledges-missed': 'pledges of spending pull at nobody',
} as const;
export type ScenarioName = keyof typeof SCENARIOS;

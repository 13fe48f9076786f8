/** Codes of militarized interstate disputes, shared by the Correlates of War's list and its revision by Gibler, Miller and Little. */

export const OUTCOME = {
  1: 'victory for side A',
  2: 'victory for side B',
  3: 'side A yields',
  4: 'side B yields',
  5: 'stalemate',
  6: 'compromise',
  7: 'released',
  8: 'unclear',
  9: 'joins an ongoing war',
} as const;

export const SETTLEMENT = { 1: 'negotiated', 2: 'imposed', 3: 'none', 4: 'unclear' } as const;

export const FATALITY = { 0: 'none', 1: '1-25', 2: '26-100', 3: '101-250', 4: '251-500', 5: '501-999', 6: '1000 and more' } as const;

export const HOSTILITY = { 1: 'no militarized action', 2: 'threat to use force', 3: 'display of force', 4: 'use of force', 5: 'war' } as const;

export const REVISION = { 0: 'not applicable', 1: 'territory', 2: 'policy', 3: 'regime or government', 4: 'other' } as const;

export const HIGHEST_ACTION = {
  0: 'no militarized action',
  1: 'threat to use force',
  2: 'threat to blockade',
  3: 'threat to occupy territory',
  4: 'threat to declare war',
  5: 'threat to use CBR weapons',
  6: 'threat to join war',
  7: 'show of force',
  8: 'alert',
  9: 'nuclear alert',
  10: 'mobilization',
  11: 'fortify border',
  12: 'border violation',
  13: 'blockade',
  14: 'occupation of territory',
  15: 'seizure',
  16: 'attack',
  17: 'clash',
  18: 'declaration of war',
  19: 'use of CBR weapons',
  20: 'begin interstate war',
  21: 'join interstate war',
} as const;

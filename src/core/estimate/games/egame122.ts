import type { Game } from './tree.ts';

/** Two players, four outcomes: whatever 1 does, 2 answers. */
export const egame122: Game = {
  name: 'egame122',
  players: 2,
  outcomes: 4,
  root: { player: 1, left: { player: 2, left: 0, right: 1 }, right: { player: 2, left: 2, right: 3 } },
  utilities: [
    { label: 'u11', player: 1, outcome: 0 },
    { label: 'u12', player: 1, outcome: 1 },
    { label: 'u13', player: 1, outcome: 2 },
    { label: 'u14', player: 1, outcome: 3 },
    { label: 'u22', player: 2, outcome: 1 },
    { label: 'u24', player: 2, outcome: 3 },
  ],
};

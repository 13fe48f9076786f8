import type { Game } from './tree.ts';

/** Three players in turn, four outcomes: each ends the game or passes it on, the last ends it one way or the other. */
export const egame123: Game = {
  name: 'egame123',
  players: 3,
  outcomes: 4,
  root: { player: 1, left: 0, right: { player: 2, left: 1, right: { player: 3, left: 2, right: 3 } } },
  utilities: [
    { label: 'u11', player: 1, outcome: 0 },
    { label: 'u13', player: 1, outcome: 1 },
    { label: 'u15', player: 1, outcome: 2 },
    { label: 'u16', player: 1, outcome: 3 },
    { label: 'u23', player: 2, outcome: 1 },
    { label: 'u25', player: 2, outcome: 2 },
    { label: 'u26', player: 2, outcome: 3 },
    { label: 'u36', player: 3, outcome: 3 },
  ],
};

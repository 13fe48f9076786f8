import type { Game } from './tree.ts';

/**
 * Two players, three outcomes: 1 ends the game or passes it to 2, who ends it one way or the other
 * (Signorino 2003, Political Analysis 11). Outcomes 1, 3 and 4 of the R package.
 */
export const egame12: Game = {
  name: 'egame12',
  players: 2,
  outcomes: 3,
  root: { player: 1, left: 0, right: { player: 2, left: 1, right: 2 } },
  utilities: [
    { label: 'u11', player: 1, outcome: 0 },
    { label: 'u13', player: 1, outcome: 1 },
    { label: 'u14', player: 1, outcome: 2 },
    { label: 'u24', player: 2, outcome: 2 },
  ],
};

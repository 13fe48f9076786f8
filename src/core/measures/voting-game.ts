/**
 * Voting rules, and in how many coalitions a player turns defeat into victory: what the power indices are made of.
 *
 * A motion passes on any one of several ways, and a way demands a quota of every rule in it: the Council of the European Union decides by
 * states and population together, or by all states but three. Veto players are a rule in which they alone have weight.
 *
 * Coalitions are counted by generating functions: c(k, t) coalitions of k players with totals t, multiplied out over the players,
 * c ← c + shift(c); one player's factor is divided out to count those without it (S. J. Brams and P. J. Affuso, "Power and Size: A New
 * Paradox", Theory and Decision 7, 1976, 29-56, after a remark of D. G. Cantor in I. Mann and L. S. Shapley). Exact, in whole numbers of
 * any length. O(n² Π_r (1 + W_r)) for weights that sum to W_r in rule r; a rule of one vote each costs nothing, being the size of the coalition.
 */

/** What a coalition must reach: the sum of its members' weights at least `quota`. */
export interface VotingRule {
  /** Whole numbers from 0 up, one a player. */
  readonly weights: readonly number[];
  readonly quota: number;
}

export interface VotingGame {
  readonly players: number;
  /** A motion passes where every rule of one of these ways is met. */
  readonly ways: readonly (readonly VotingRule[])[];
}

/** Counts above this many cells would take too long. */
const MAX_CELLS = 2_000_000;
/** Games told by a function have their coalitions gone through up to this number of players. */
export const MAX_PLAYERS_ENUMERATED = 22;

/** Of each player, by the size of the coalition it joins: how many coalitions win with it and lose without. */
export type Swings = readonly (readonly bigint[])[];

/** One rule: a weighted vote. */
export const weightedVote = (weights: readonly number[], quota: number): VotingGame => ({ players: weights.length, ways: [[{ weights, quota }]] });

/** The rule that all of some players agree. */
export function vetoRule(players: number, veto: readonly number[]): VotingRule {
  return { weights: Array.from({ length: players }, (_, player) => (veto.includes(player) ? 1 : 0)), quota: veto.length };
}

function checkGame({ players, ways }: VotingGame): void {
  if (players < 1) throw new RangeError('a game without players');
  if (ways.length === 0) throw new RangeError('a game without a way to win');
  for (const { weights, quota } of ways.flat()) {
    if (weights.length !== players) throw new RangeError(`${weights.length} weights for ${players} players`);
    const faulty = weights.find((weight) => !Number.isSafeInteger(weight) || weight < 0);
    if (faulty !== undefined) throw new RangeError(`weight ${faulty} is not a whole number from 0 up`);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (!(quota > 0 && quota <= sum)) throw new RangeError(`quota ${quota} is not more than 0 and at most the sum of the weights, ${sum}`);
  }
}

const oneVoteEach = (weights: readonly number[]): boolean => weights.every((weight) => weight === 1);

/**
 * Counts the swings of a game.
 * @throws {RangeError} where weights are no whole numbers, a quota cannot be met, or the totals are too many to count
 */
export function countSwings(game: VotingGame): Swings {
  checkGame(game);
  const n = game.players;
  // Each distinct list of weights is one dimension of the count; one vote each is the size, which is counted anyway.
  const dimensions: (readonly number[])[] = [];
  const dimensionOf = (weights: readonly number[]): number => {
    if (oneVoteEach(weights)) return -1;
    const known = dimensions.findIndex((other) => other.every((weight, player) => weight === weights[player]));
    return known >= 0 ? known : dimensions.push(weights) - 1;
  };
  const ways = game.ways.map((rules) => rules.map(({ weights, quota }) => ({ dimension: dimensionOf(weights), quota })));
  const widths = dimensions.map((weights) => 1 + weights.reduce((sum, weight) => sum + weight, 0));
  const strides = widths.map((_, index) => widths.slice(0, index).reduce((product, width) => product * width, 1));
  const totals = widths.reduce((product, width) => product * width, 1);
  const cells = totals * (n + 1);
  if (cells > MAX_CELLS) throw new RangeError(`the weights have too many totals to count (${cells}); divide them by a common factor or round them`);

  const wins = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const size = Math.floor(cell / totals);
    const reached = (dimension: number): number => (dimension < 0 ? size : Math.floor(cell / (strides[dimension] ?? 1)) % (widths[dimension] ?? 1));
    wins[cell] = ways.some((rules) => rules.every(({ dimension, quota }) => reached(dimension) >= quota)) ? 1 : 0;
  }
  /** How far a player moves the cell of a coalition that it joins. */
  const shiftOf = (player: number): number => dimensions.reduce((shift, weights, index) => shift + (weights[player] ?? 0) * (strides[index] ?? 1), totals);

  const all = new Array<bigint>(cells).fill(0n);
  all[0] = 1n;
  for (let player = 0; player < n; player++) {
    const shift = shiftOf(player);
    for (let cell = cells - 1; cell >= shift; cell--) {
      const without = all[cell - shift] ?? 0n;
      if (without !== 0n) all[cell] = (all[cell] ?? 0n) + without;
    }
  }

  const counted = new Map<number, readonly bigint[]>();
  return Array.from({ length: n }, (_, player) => {
    const shift = shiftOf(player);
    const same = counted.get(shift);
    if (same !== undefined) return same;
    const others = all.slice();
    const swings = new Array<bigint>(n).fill(0n);
    for (let cell = 0; cell < cells; cell++) {
      if (cell >= shift) others[cell] = (others[cell] ?? 0n) - (others[cell - shift] ?? 0n);
      const count = others[cell] ?? 0n;
      if (count === 0n || wins[cell] === 1 || wins[cell + shift] !== 1) continue;
      const size = Math.floor(cell / totals);
      swings[size] = (swings[size] ?? 0n) + count;
    }
    counted.set(shift, swings);
    return swings;
  });
}

/**
 * Counts the swings of any simple game by going through its coalitions.
 * @param wins whether a coalition passes a motion; bit i of its number says whether player i is in it
 * @throws {RangeError} for no or over 22 players
 */
export function countSwingsOf(players: number, wins: (coalition: number) => boolean): Swings {
  if (players < 1 || players > MAX_PLAYERS_ENUMERATED) throw new RangeError(`${players} players: between 1 and ${MAX_PLAYERS_ENUMERATED} can be gone through`);
  const outcome = Uint8Array.from({ length: 2 ** players }, (_, coalition) => (wins(coalition) ? 1 : 0));
  const sizes = new Uint8Array(outcome.length);
  for (let coalition = 1; coalition < sizes.length; coalition++) sizes[coalition] = (sizes[coalition >> 1] ?? 0) + (coalition & 1);
  return Array.from({ length: players }, (_, player) => {
    const swings = new Array<number>(players).fill(0);
    const bit = 1 << player;
    for (let coalition = 0; coalition < outcome.length; coalition++) {
      if ((coalition & bit) !== 0 || outcome[coalition] === 1 || outcome[coalition | bit] === 0) continue;
      const size = sizes[coalition] ?? 0;
      swings[size] = (swings[size] ?? 0) + 1;
    }
    return swings.map(BigInt);
  });
}

/** A defender that may signal how much it cares for an issue, before a challenger decides. */
export interface SignalingGame {
  /** p: chance that the defender prevails in a war, above 0 and below 1. */
  readonly win: number;
  /** The defender's cost of war, as a share of the largest worth the issue may have to it. */
  readonly defenderCost: number;
  /** The challenger's, on the same terms; the defender's unless given. */
  readonly challengerCost?: number;
}

/** What comes of it, before anybody's type is known. */
export interface SignalingOutcome {
  /** Types at or above it signal (without a signal: fight); 1 where none does. */
  readonly cutoff: number;
  /** Size of the signal: the audience cost at least, or the cost sunk; undefined where nobody signals. */
  readonly signal: number | undefined;
  /** Chance of a challenge. */
  readonly challenge: number;
  /** Chance of war. */
  readonly war: number;
  /** Expected payoff of the defender. */
  readonly defender: number;
}

export interface SignalingEquilibria {
  /** Neither signal is to be had: the challenger acts on what it believed before. */
  readonly silent: SignalingOutcome;
  /** Tying hands: standing down after a signal costs m, and nothing else does. */
  readonly tied: SignalingOutcome;
  /** Sinking costs: the signal costs m whatever follows. */
  readonly sunk: SignalingOutcome;
  /** q: chance that a challenger comes although it knows that the defender will fight. */
  readonly undeterred: number;
}

/** ∫ (slope·v − charge) dv over the types from a cutoff to 1. */
const overTypes = (slope: number, charge: number, cutoff: number): number => (slope * (1 - cutoff * cutoff)) / 2 - charge * (1 - cutoff);

/**
 * Tying hands against sinking costs (Fearon 1997, Journal of Conflict Resolution 41), with uniform types.
 *
 * The issue is worth v_D to the defender and v_C to the challenger, each known to itself alone and uniform on [0, 1]. The defender sends a
 * signal m ≥ 0; the challenger challenges or not; a challenged defender fights or yields. Unchallenged, the defender has v_D and the
 * challenger 0; yielding gives 0 and v_C; war gives p v_D − c_D and (1 − p) v_C − c_C. In equilibrium nobody bluffs: whoever signals fights,
 * so that a challenger comes with chance q = P((1 − p) v_C > c_C), and whoever does not signal would yield, and is challenged for sure.
 *
 * - Tied: signaling is worth (1 − q) v + q (p v − c_D), against 0: from v = q c_D / (1 − q + q p) on. m must make the lowest of
 *   them fight: m ≥ c_D − p v.
 * - Sunk: only those who would fight anyway can afford not to yield: from v = c_D / p on. m leaves the lowest of them with nothing:
 *   m = (1 − q) c_D / p.
 *
 * Check: p = .5, both costs .3: cutoffs .15 and .60, m = .36 sunk, war risk .34 and .16.
 * @throws {RangeError} for a chance outside (0, 1) or a negative cost
 */
export function signalingEquilibria({ win, defenderCost, challengerCost = defenderCost }: SignalingGame): SignalingEquilibria {
  if (!(win > 0 && win < 1)) throw new RangeError('the chance to win lies between 0 and 1');
  if (!(defenderCost >= 0 && challengerCost >= 0)) throw new RangeError('a cost of war is not negative');
  const undeterred = Math.max(0, 1 - challengerCost / (1 - win));
  const fights = Math.min(1, defenderCost / win);
  const slope = 1 - undeterred + undeterred * win;
  const charge = undeterred * defenderCost;

  const outcome = (cutoff: number, signal: number, sunk: number): SignalingOutcome => ({
    cutoff,
    signal: cutoff < 1 ? signal : undefined,
    challenge: cutoff + undeterred * (1 - cutoff),
    war: undeterred * (1 - cutoff),
    defender: overTypes(slope, charge + sunk, cutoff),
  });
  const tied = Math.min(1, charge / slope);
  const sunk = (1 - undeterred) * fights;

  // Without signals the defender fights with chance 1 − c_D/p, and the challenger comes from v_C = π c_C / (1 − π p) on.
  const resists = 1 - fights;
  const challenge = 1 - Math.min(1, (resists * challengerCost) / (1 - resists * win));
  return {
    silent: {
      cutoff: fights,
      signal: undefined,
      challenge,
      war: challenge * resists,
      defender: (1 - challenge) / 2 + challenge * overTypes(win, defenderCost, fights),
    },
    tied: outcome(tied, defenderCost - win * tied, 0),
    sunk: outcome(fights, sunk, sunk),
    undeterred,
  };
}

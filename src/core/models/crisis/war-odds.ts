/** One who may join: its strength, and whether it would fight for the target (else for the challenger). */
export interface Contender {
  readonly strength: number;
  readonly forTarget: boolean;
}

/**
 * The expected chance that the challenger's side wins, 1 − p, over who joins, with its derivatives in the chances of joining.
 * As joining is independent, it is linear in every single chance: the first derivative is what that state's joining changes, and
 * the second how another's joining changes that.
 */
export interface WarOdds {
  /** E[1 − p]. */
  readonly value: number;
  /** ∂/∂q_i. */
  readonly gradient: Float64Array;
  /** ∂²/∂q_i ∂q_j, row by row; zero on the diagonal. Of the last call that asked for it. */
  readonly hessian: Float64Array;
}

/** Expectations over the joiners at their chances `q`, of which each call overwrites the last; second derivatives where asked for. */
export type WarOddsAt = (q: Float64Array, second: boolean) => WarOdds;

/** The expectations of one game. */
export interface WarOddsOf {
  readonly at: WarOddsAt;
  /**
   * A bound, for every joiner, on the sum of |∂²/∂q_i ∂q_j| over the others at any chances; undefined where none is known.
   */
  readonly coupling: Float64Array | undefined;
}

/** A state that may join one side of a war, before the war is decided. Payoffs in logits where λ is 1. */
export interface Joiner {
  /** Strength usable where the war is fought, in any unit common to all. */
  readonly strength: number;
  /** v: what it loses if its side loses. */
  readonly value: number;
  /** k: what fighting costs it. */
  readonly war_cost: number;
  /** a: the price of a broken promise where it stands aside; 0 where it is not bound. */
  readonly broken_promise_cost: number;
  /** N: it has nuclear weapons. */
  readonly nuclear?: boolean;
}

/**
 * A challenge, its target, and who may come (design of the models, stage C; Signorino 1999; Smith 1995; Fearon 1997).
 *
 * 1. The challenger leaves the status quo or challenges. 2. The target concedes (challenger gains v_C, target loses v_T, ally i loses
 * v_i) or resists. 3. A resisted challenge becomes war with chance ω; else it is settled as that war would have been, without its costs,
 * since both sides know the odds. 4. At war, all others join or stand aside at once. The target's side prevails with chance
 * p = S_D^m / (S_D^m + S_C^m), and fighting costs an ally k_i less c times the strength that the other allies are expected to bring.
 */
export interface CrisisGame {
  /** m. */
  readonly decisiveness: number;
  readonly challenger: {
    readonly strength: number;
    readonly value: number;
    readonly war_cost: number;
    /** b_C: its payoff where it does not challenge; 0 unless given. */
    readonly status_quo?: number;
    /** ν: what a war against a nuclear power costs it more; 0 unless given. */
    readonly nuclear_cost?: number;
    /** a_C: price of its own broken non-aggression, after any challenge; 0 unless given. */
    readonly broken_promise_cost?: number;
  };
  readonly target: { readonly strength: number; readonly value: number; readonly war_cost: number; readonly nuclear?: boolean };
  /** Who may join the target, bound or not. */
  readonly allies: readonly Joiner[];
  /** Who may join the challenger. */
  readonly supporters?: readonly Joiner[];
  /** ω: chance that a resisted challenge becomes war, with its costs; 1 unless given. */
  readonly escalation?: number;
  /** c: what fighting costs an ally less for each unit of strength that the other allies are expected to bring; 0 unless given. */
  readonly company?: number;
}

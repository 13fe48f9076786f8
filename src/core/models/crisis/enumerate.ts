import type { Contender, WarOddsAt, WarOddsOf } from './war-odds.ts';

/** Coalitions are listed one by one up to this number of joiners. */
export const MOST_ENUMERATED = 14;

/**
 * Expectations for any decisiveness m by listing all 2^n coalitions: exact, and the standard the quadrature is held to.
 * @throws {RangeError} for more than `MOST_ENUMERATED` joiners
 */
export function enumeratedOdds(target: number, challenger: number, contenders: readonly Contender[], decisiveness: number): WarOddsOf {
  const n = contenders.length;
  if (n > MOST_ENUMERATED) throw new RangeError(`${n} joiners are too many to list every coalition`);
  const size = 2 ** n;
  const loses = new Float64Array(size);
  for (let coalition = 0; coalition < size; coalition++) {
    let defense = target;
    let offense = challenger;
    contenders.forEach(({ strength, forTarget }, i) => {
      if ((coalition & (1 << i)) === 0) return;
      if (forTarget) defense += strength;
      else offense += strength;
    });
    const ratio = (defense / offense) ** decisiveness;
    loses[coalition] = 1 / (1 + ratio);
  }
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const folded = new Float64Array(size);

  /** The expectation with some joiners' places fixed: in, out, or by their chance. */
  const expectation = (q: Float64Array, first: number, firstIn: boolean, second: number, secondIn: boolean): number => {
    folded.set(loses);
    let half = size >> 1;
    for (let i = n - 1; i >= 0; i--, half >>= 1) {
      const chance = i === first ? Number(firstIn) : i === second ? Number(secondIn) : (q[i] ?? 0);
      for (let rest = 0; rest < half; rest++) folded[rest] = (1 - chance) * (folded[rest] ?? 0) + chance * (folded[rest + half] ?? 0);
    }
    return folded[0] ?? 0;
  };

  const at: WarOddsAt = (q, second) => {
    const value = expectation(q, -1, false, -1, false);
    for (let i = 0; i < n; i++) {
      gradient[i] = expectation(q, i, true, -1, false) - expectation(q, i, false, -1, false);
      if (!second) continue;
      for (let j = 0; j < i; j++) {
        const mixed =
          expectation(q, i, true, j, true) - expectation(q, i, true, j, false) - expectation(q, i, false, j, true) + expectation(q, i, false, j, false);
        hessian[i * n + j] = mixed;
        hessian[j * n + i] = mixed;
      }
    }
    return { value, gradient, hessian };
  };
  return { at, coupling: undefined };
}

/** A state that chooses how much to spend on defense. */
export interface Spender {
  /** y: its income, in money of one unit for all. */
  readonly income: number;
  /** α: weight of security against everything else, at least 0 and below 1. */
  readonly security_weight: number;
  /** ω: security that a unit of its own spending gives it; 1 unless given. */
  readonly own_effect?: number;
  /** b: security it has whatever anybody spends, less what the threat requires; 0 unless given, and it may be negative. */
  readonly base?: number;
}

/**
 * Members whose spending protects one another (Olson and Zeckhauser 1966; joint products: Sandler 1977, Murdoch and Sandler 1982).
 *
 *     U_i = (1 − α_i) ln(y_i − g_i) + α_i ln(ω_i g_i + Σ_j π_ij g_j + b_i)
 *
 * π = ω = 1 is a pure public good, π = 0 autarky.
 */
export interface SpendingGame {
  readonly members: readonly Spender[];
  /** π: in row i, what a unit of each other member's spending is worth to i, 0 or more. The diagonal is not read. */
  readonly spillins: readonly (readonly number[])[];
}

export const ownEffect = (member: Spender): number => member.own_effect ?? 1;
export const baseSecurity = (member: Spender): number => member.base ?? 0;

/** @throws {RangeError} for a game that is none: an income, weight, effect or spill-in out of range, or tables of other sizes */
export function checkGame({ members, spillins }: SpendingGame): void {
  const wrong = (what: string): never => {
    throw new RangeError(what);
  };
  if (spillins.length !== members.length || spillins.some((row) => row.length !== members.length)) wrong('spill-ins need a row and a column for each member');
  if (spillins.some((row, i) => row.some((value, j) => i !== j && !(value >= 0 && value < Infinity)))) wrong('a spill-in is 0 or more');
  for (const member of members) {
    if (!(member.income > 0 && member.income < Infinity)) wrong('an income is above 0');
    if (!(member.security_weight >= 0 && member.security_weight < 1)) wrong('a weight of security is at least 0 and below 1');
    if (!(ownEffect(member) > 0 && ownEffect(member) < Infinity)) wrong('the effect of own spending is above 0');
    if (!Number.isFinite(baseSecurity(member))) wrong('base security is a number');
  }
}

/** R_i = Σ_j π_ij g_j + b_i: the security a member has without spending. */
export function givenSecurity({ members, spillins }: SpendingGame, i: number, spending: ArrayLike<number>): number {
  const row = spillins[i] ?? [];
  let sum = members[i]?.base ?? 0;
  for (let j = 0; j < row.length; j++) if (j !== i) sum += (row[j] ?? 0) * (spending[j] ?? 0);
  return sum;
}

/** U_i in log units: a difference of .01 is worth about 1/(1 − α) % of what is left after defense. −Infinity where nothing is left, or no security. */
export function utility(member: Spender, left: number, security: number): number {
  const { security_weight: alpha } = member;
  if (!(left > 0) || (alpha > 0 && !(security > 0))) return -Infinity;
  return (1 - alpha) * Math.log(left) + (alpha > 0 ? alpha * Math.log(security) : 0);
}

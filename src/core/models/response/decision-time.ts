/** How a body comes to a decision. */
export type DecisionRule =
  /** Every member must agree: the slowest decides. */
  | { readonly kind: 'unanimity' }
  /** So large a share of the members must agree. */
  | { readonly kind: 'share'; readonly share: number }
  /** One member decides for all. */
  | { readonly kind: 'hub' }
  /** A draft stands unless somebody objects by the deadline (days); each member objects with a chance, after which all must agree. */
  | { readonly kind: 'silence'; readonly deadline: number; readonly objects: number }
  /** Nobody waits for anybody: aid is each member's own affair. */
  | { readonly kind: 'none' };

const harmonic = (n: number): number => {
  let sum = 0;
  for (let k = 1; k <= n; k++) sum += 1 / k;
  return sum;
};

/** Members who must agree; a share is rounded up, and over one half means the next whole member. */
function needed(rule: DecisionRule, members: number): number {
  switch (rule.kind) {
    case 'unanimity':
    case 'silence':
      return members;
    case 'hub':
      return 1;
    case 'none':
      return 0;
    case 'share':
      return Math.min(members, rule.share === 0.5 ? Math.floor(members / 2) + 1 : Math.ceil(rule.share * members - 1e-9));
  }
}

/**
 * Expected days until a body decides, where each member deliberates for an exponential time of its own: the k-th of n such times takes
 * (H_n − H_{n−k})/μ (Rényi 1953, Acta Mathematica Hungarica 4).
 * @param members of the body, the attacked one included
 * @param mean days of deliberation of one member, 1/μ
 */
export function expectedDecisionDays(rule: DecisionRule, members: number, mean: number): number {
  switch (rule.kind) {
    case 'hub':
      return mean;
    case 'silence':
      return rule.deadline + (1 - (1 - rule.objects) ** members) * mean * harmonic(members);
    case 'unanimity':
    case 'share':
    case 'none':
      return mean * (harmonic(members) - harmonic(members - needed(rule, members)));
  }
}

/**
 * Chance that a body has decided by a day, on the same terms: at least k of n exponential times are over.
 * @param day from the moment the question is put, 0 or later
 */
export function decidedBy(rule: DecisionRule, members: number, mean: number, day: number): number {
  if (rule.kind === 'silence') {
    if (day < rule.deadline) return 0;
    const silent = (1 - rule.objects) ** members;
    return silent + (1 - silent) * decidedBy({ kind: 'unanimity' }, members, mean, day - rule.deadline);
  }
  const n = rule.kind === 'hub' ? 1 : members;
  const k = rule.kind === 'hub' ? 1 : needed(rule, members);
  const done = -Math.expm1(-day / mean);
  if (done >= 1) return 1;
  // Σ_{j ≥ k} C(n, j) p^j (1 − p)^(n−j), term by term.
  let term = (1 - done) ** n;
  let below = 0;
  for (let j = 0; j < k; j++) {
    below += term;
    term *= ((n - j) / (j + 1)) * (done / (1 - done));
  }
  return Math.max(0, 1 - below);
}

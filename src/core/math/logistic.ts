/** The logistic distribution function, Λ(x) = 1/(1 + e^−x), without overflow at either end. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** Its inverse, the log odds of a probability. */
export function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p);
}

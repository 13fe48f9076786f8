import type { Kernel } from './likelihood.ts';
import type { Link } from './links.ts';

/** One choice by one index: logit, probit, the yearly hazard. @param happened 1 where it happened, by row */
export function binaryKernel(happened: Int32Array, link: Link): Kernel {
  const choice = new Float64Array(3);
  return {
    indices: 1,
    at: (eta, row, order, gradient, hessian) => {
      link.choice(eta[0] ?? 0, happened[row] === 1, choice);
      if (order > 0) gradient[0] = choice[1] ?? 0;
      if (order > 1) hessian[0] = choice[2] ?? 0;
      return choice[0] ?? 0;
    },
  };
}

import { cells, CHUNK, type Kernel } from './kernel.ts';
import { createChoices, type Link } from './links.ts';

/** One choice by one index: logit, probit, the yearly hazard. @param happened 1 where it happened, by row */
export function binaryKernel(happened: Int32Array, link: Link): Kernel {
  const chosen = createChoices();
  const none = cells();
  const taken = new Int8Array(CHUNK);
  return {
    indices: 1,
    fill: ({ rows, count, eta: [z = none], values, slopes: [slope = none], bends: [bend = none] }) => {
      for (let at = 0; at < count; at++) taken[at] = happened[rows[at] ?? 0] === 1 ? 1 : -1;
      link.choose(z, taken, count, { ...chosen, value: values, slope, bend });
    },
  };
}

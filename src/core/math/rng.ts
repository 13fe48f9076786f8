import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of pseudo-random numbers. The same seed and labels give the same stream on every machine. */
export interface Rng {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** Uniform whole number from 0 to n - 1. */
  int(n: number): number;
  /** Standard normal. */
  normal(): number;
}

/** MurmurHash3's finalizer (A. Appleby): every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35);
  return h ^ (h >>> 16);
}

/** Four 32-bit words that depend on every character of a text. */
function stateOf(text: string): number[] {
  return [0x9e37_79b9, 0x243f_6a88, 0xb7e1_5162, 0x6a09_e667].map((word) => {
    let h = word | 0;
    for (let index = 0; index < text.length; index++) h = mix(Math.imul(h, 31) ^ text.charCodeAt(index));
    return mix(h ^ text.length);
  });
}

/**
 * A generator (xoroshiro128+ of D. Blackman and S. Vigna) for a seed and the labels of what it is used for. Both are hashed into
 * the state: small seeds and neighboring labels give unrelated streams.
 */
export function createRng(seed: number | string, ...labels: readonly (number | string)[]): Rng {
  const generator = xoroshiro128plusFromState(stateOf([seed, ...labels].join('\u0000')));
  const next = (): number => {
    const high = generator.next() >>> 5;
    const low = generator.next() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  };
  let spare: number | undefined;
  return {
    next,
    int: (n) => Math.floor(next() * n),
    normal: () => {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      // Marsaglia's polar method, Journal of Applied Probability 1 (1964).
      for (;;) {
        const u = 2 * next() - 1;
        const v = 2 * next() - 1;
        const s = u * u + v * v;
        if (s === 0 || s >= 1) continue;
        const factor = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * factor;
        return u * factor;
      }
    },
  };
}

import { scaledTail } from '../math/normal.ts';
import { cells } from './kernel.ts';

/** What many choices come to, by place: `right` is F(z). */
export interface Choices {
  readonly right: Float64Array;
  /** 1 − F(z), exact where F is nearly 1. */
  readonly left: Float64Array;
  /** F′ and F″ at z. */
  readonly density: Float64Array;
  readonly tilt: Float64Array;
  /** The log of the chance of what was chosen, exact far out in either tail, with its first and second derivative in z. */
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly bend: Float64Array;
}

export const createChoices = (): Choices => ({
  right: cells(),
  left: cells(),
  density: cells(),
  tilt: cells(),
  value: cells(),
  slope: cells(),
  bend: cells(),
});

/** How a difference of utilities becomes a probability, F(z). */
export interface Link {
  /** F(z). */
  readonly chance: (z: number) => number;
  /** Fills `out` for z by place. `taken` is 1 where right was chosen, −1 where left, 0 where there was nothing to choose: the last three are 0 there. */
  readonly choose: (z: Float64Array, taken: Int8Array, count: number, out: Choices) => void;
}

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** F is Φ, the standard normal's. */
export const probit: Link = {
  chance: (z) => {
    const tail = Math.exp((-z * z) / 2) * scaledTail(Math.abs(z));
    return z > 0 ? 1 - tail : tail;
  },
  choose: (z, taken, count, { right, left, density, tilt, value, slope, bend }) => {
    for (let at = 0; at < count; at++) {
      const x = z[at] ?? 0;
      const turn = taken[at] ?? 0;
      const e = Math.exp((-x * x) / 2);
      const scaled = scaledTail(Math.abs(x));
      const tail = e * scaled;
      const f = e / ROOT_TWO_PI;
      right[at] = x > 0 ? 1 - tail : tail;
      left[at] = x > 0 ? tail : 1 - tail;
      density[at] = f;
      tilt[at] = -x * f;
      if (turn === 0) {
        value[at] = slope[at] = bend[at] = 0;
        continue;
      }
      const t = turn > 0 ? x : -x;
      let mills: number;
      if (t > 0) {
        value[at] = Math.log1p(-tail);
        mills = f / (1 - tail);
      } else {
        value[at] = (-x * x) / 2 + Math.log(scaled);
        mills = 1 / (scaled * ROOT_TWO_PI);
      }
      slope[at] = turn > 0 ? mills : -mills;
      bend[at] = -mills * (t + mills);
    }
  },
};

/** F is Λ, the standard logistic's. */
export const logit: Link = {
  chance: (z) => {
    const e = Math.exp(-Math.abs(z));
    return (z >= 0 ? 1 : e) / (1 + e);
  },
  choose: (z, taken, count, { right, left, density, tilt, value, slope, bend }) => {
    for (let at = 0; at < count; at++) {
      const x = z[at] ?? 0;
      const turn = taken[at] ?? 0;
      const e = Math.exp(-Math.abs(x));
      const large = 1 / (1 + e);
      const small = e * large;
      const f = small * large;
      const p = x >= 0 ? large : small;
      right[at] = p;
      left[at] = x >= 0 ? small : large;
      density[at] = f;
      tilt[at] = f * (1 - 2 * p);
      if (turn === 0) {
        value[at] = slope[at] = bend[at] = 0;
        continue;
      }
      const t = turn > 0 ? x : -x;
      const miss = t >= 0 ? small : large;
      value[at] = (t >= 0 ? 0 : t) - Math.log1p(e);
      slope[at] = turn > 0 ? miss : -miss;
      bend[at] = -f;
    }
  },
};

/** F(z) = 1 − exp(−eᶻ): proportional hazards seen once a period (Prentice and Gloeckler 1978, Biometrics 34). */
export const cloglog: Link = {
  chance: (z) => -Math.expm1(-Math.exp(z)),
  choose: (z, taken, count, { right, left, density, tilt, value, slope, bend }) => {
    for (let at = 0; at < count; at++) {
      const x = z[at] ?? 0;
      const turn = taken[at] ?? 0;
      const rate = Math.exp(x);
      const stay = Math.exp(-rate);
      const p = -Math.expm1(-rate);
      const f = stay === 0 ? 0 : rate * stay;
      right[at] = p;
      left[at] = stay;
      density[at] = f;
      tilt[at] = f * (1 - rate);
      if (turn > 0) {
        const s = rate < 1e-8 ? 1 - rate / 2 : f / p;
        value[at] = p > 0.5 ? Math.log1p(-stay) : rate < 1e-300 ? x : Math.log(p);
        slope[at] = s;
        bend[at] = s * (1 - rate - s);
      } else value[at] = slope[at] = bend[at] = turn * rate;
    }
  },
};

/** Links by name. */
export const LINKS = { probit, logit, cloglog } as const;
export type LinkName = keyof typeof LINKS;

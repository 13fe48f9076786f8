import { scaledTail } from '../math/normal.ts';

/**
 * How a difference of utilities becomes a probability, F(z). Each function fills `out`, as a row is computed millions of times.
 */
export interface Link {
  /** F, its first and its second derivative at z. */
  readonly chance: (z: number, out: Float64Array) => void;
  /** log F(z) where `up`, else log(1 − F(z)), with its first and second derivative in z; exact far out in either tail. */
  readonly choice: (z: number, up: boolean, out: Float64Array) => void;
}

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** F is Φ, the standard normal's. */
export const probit: Link = {
  chance: (z, out) => {
    const e = Math.exp((-z * z) / 2);
    const tail = e * scaledTail(Math.abs(z));
    const density = e / ROOT_TWO_PI;
    out[0] = z > 0 ? 1 - tail : tail;
    out[1] = density;
    out[2] = -z * density;
  },
  choice: (z, up, out) => {
    const t = up ? z : -z;
    const tail = scaledTail(Math.abs(t));
    let mills: number;
    if (t > 0) {
      const e = Math.exp((-t * t) / 2);
      out[0] = Math.log1p(-e * tail);
      mills = e / ((1 - e * tail) * ROOT_TWO_PI);
    } else {
      out[0] = (-t * t) / 2 + Math.log(tail);
      mills = 1 / (tail * ROOT_TWO_PI);
    }
    out[1] = up ? mills : -mills;
    out[2] = -mills * (t + mills);
  },
};

/** F is Λ, the standard logistic's. */
export const logit: Link = {
  chance: (z, out) => {
    const e = Math.exp(-Math.abs(z));
    const p = (z >= 0 ? 1 : e) / (1 + e);
    const density = e / ((1 + e) * (1 + e));
    out[0] = p;
    out[1] = density;
    out[2] = density * (1 - 2 * p);
  },
  choice: (z, up, out) => {
    const t = up ? z : -z;
    const e = Math.exp(-Math.abs(t));
    const miss = (t >= 0 ? e : 1) / (1 + e);
    out[0] = (t >= 0 ? 0 : t) - Math.log1p(e);
    out[1] = up ? miss : -miss;
    out[2] = -e / ((1 + e) * (1 + e));
  },
};

/** F(z) = 1 − exp(−eᶻ): proportional hazards seen once a period (Prentice and Gloeckler 1978, Biometrics 34). */
export const cloglog: Link = {
  chance: (z, out) => {
    const rate = Math.exp(z);
    const density = rate * Math.exp(-rate);
    out[0] = -Math.expm1(-rate);
    out[1] = density;
    out[2] = density * (1 - rate);
  },
  choice: (z, up, out) => {
    const rate = Math.exp(z);
    if (!up) {
      out[0] = -rate;
      out[1] = -rate;
      out[2] = -rate;
      return;
    }
    const p = -Math.expm1(-rate);
    const slope = rate < 1e-8 ? 1 - rate / 2 : (rate * Math.exp(-rate)) / p;
    out[0] = p > 0.5 ? Math.log1p(-Math.exp(-rate)) : rate < 1e-300 ? z : Math.log(p);
    out[1] = slope;
    out[2] = slope * (1 - rate - slope);
  },
};

/** Links by name. */
export const LINKS = { probit, logit, cloglog } as const;
export type LinkName = keyof typeof LINKS;

import type { Interval } from '../core/assess/assessment.ts';

/** A chance with as many digits as tell it from nothing: `.53`, `.042`, `3e-4`. */
export function chance(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) < 1e-9) return '0';
  if (Math.abs(value) < 0.001) return value.toExponential(0);
  return value.toFixed(Math.abs(value) < 0.1 ? 3 : 2).replace(/^(-?)0\./, '$1.');
}

/** ... with its 90 % range where there is one: `.53 [.08, .94]`. */
export function chanceRange({ value, low, high }: Interval): string {
  return low === undefined || high === undefined ? chance(value) : `${chance(value)} [${chance(low)}, ${chance(high)}]`;
}

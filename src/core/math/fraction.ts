/** An exact fraction in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** @throws {RangeError} where the denominator is zero */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction over zero');
  const divisor = greatestCommonDivisor(numerator, denominator);
  const sign = divisor < 0n === denominator < 0n ? 1n : -1n;
  const by = sign * divisor;
  return { numerator: numerator / by, denominator: denominator / by };
}

/** As a floating point number, right to its last digits however long the two are. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const digits = denominator.toString().length;
  if (digits <= 15) return Number(numerator) / Number(denominator);
  const scale = 10n ** 18n;
  return Number((numerator * scale) / denominator) / 1e18;
}

/** `421/2145`; a whole number without the stroke. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

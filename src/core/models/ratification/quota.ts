/** What a body's vote is counted against: all its members, those present, or the votes for and against. */
export type Counted = 'members' | 'present' | 'votes-cast';

/** What it takes to say yes, as a constitution writes it: `{of: 'present', share: '2/3'}`, `{of: 'votes-cast', share: '1/2+'}`. */
export interface Quota {
  readonly of: Counted;
  /** "2/3": at least two thirds; "1/2+": more than one half; "all": nobody against. */
  readonly share: string;
}

/** A quota in whole numbers. */
export interface Threshold {
  readonly numerator: number;
  readonly denominator: number;
  /** More than the share, not just the share. */
  readonly strict: boolean;
}

/** Parts finer than hundredths are no constitution's. */
const FINEST = 100;

/** @throws {RangeError} where the text is no share of a body, or one finer than hundredths */
export function thresholdOf(share: string): Threshold {
  if (share === 'all') return { numerator: 1, denominator: 1, strict: false };
  const [, upper, lower, plus] = /^(\d+)\/(\d+)(\+?)$/.exec(share) ?? [];
  const numerator = Number(upper);
  const denominator = Number(lower);
  if (!(numerator >= 0 && denominator > 0 && numerator <= denominator && denominator <= FINEST)) throw new RangeError(`'${share}' is no share of a body`);
  return { numerator, denominator, strict: plus === '+' };
}

/** The fewest votes of so many that meet the quota. */
export function votesNeeded({ numerator, denominator, strict }: Threshold, votes: number): number {
  const exact = numerator * votes;
  return strict ? Math.floor(exact / denominator) + 1 : Math.ceil(exact / denominator);
}

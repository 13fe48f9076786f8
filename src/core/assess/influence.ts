import type { Parameter } from '../facts/parameters.ts';
import { answersOf } from './answers.ts';
import { assumptionsOf, pointAt, readerOf } from './assumptions.ts';
import type { PreparedAssessment } from './prepare.ts';

/** Numbers an assessment comes down to, on which an assumption may weigh. */
export interface Headline {
  /** Mean chance of honoring over the states the treaty binds, in the contingencies in which it does; NaN where it binds nobody. */
  readonly honors: number;
  /** The same, less what they would do without the treaty. */
  readonly difference: number;
  /** Mean chance, given war, that the target's side prevails, less the same without the treaty. */
  readonly prevails: number;
  /** Challenges a year that the treaty spares, over all contingencies. */
  readonly spared: number;
}

/** What one assumption does to the headline at the ends of its 90 % range, all others at their central values. */
export interface Influence {
  readonly parameter: string;
  readonly kind: Parameter['kind'];
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly meaning: string;
  readonly basis: string;
  readonly at: { readonly low: Headline; readonly high: Headline };
  /** |honors at high − honors at low|: by what they are ranked. */
  readonly swing: number;
}

/** The headline at the central values: what the ends of the influences stand beside. */
export function headline(prepared: PreparedAssessment): Headline {
  return headlineAt(prepared, {});
}

function headlineAt(prepared: PreparedAssessment, moved: Readonly<Record<string, number>>): Headline {
  const { answer } = answersOf(prepared);
  const { read } = readerOf(prepared)(pointAt(prepared, moved));
  const [honors, difference, prevails, spared] = (['honors', 'difference', 'prevails', 'spared'] as const).map((id) => answer(id).of(read));
  return { honors: honors ?? Number.NaN, difference: difference ?? Number.NaN, prevails: prevails ?? Number.NaN, spared: spared ?? Number.NaN };
}

/** What one parameter does at the ends of its range; undefined where it has none, or was set by hand. */
export function influenceOf(prepared: PreparedAssessment, parameter: string): Influence | undefined {
  const known = assumptionsOf(prepared).find(({ id }) => id === parameter);
  if (known === undefined) return undefined;
  const { value, low, high, kind, meaning, basis } = known;
  const at = (end: number): Headline => headlineAt(prepared, { [parameter]: end });
  const ends = { low: at(low), high: at(high) };
  const swing = Math.abs(ends.high.honors - ends.low.honors);
  return { parameter, kind, value, low, high, meaning, basis, at: ends, swing: Number.isNaN(swing) ? 0 : swing };
}

/** The weightiest first. */
export function byWeight(a: Influence, b: Influence): number {
  return b.swing - a.swing || Math.abs(b.at.high.spared - b.at.low.spared) - Math.abs(a.at.high.spared - a.at.low.spared);
}

/**
 * What the answer hangs on: every parameter of the crisis game moved to the ends of its range, one at a time, the weightiest first.
 * Central values elsewhere, so that what moves together is not seen; a first look, not a decomposition.
 */
export function influences(prepared: PreparedAssessment): readonly Influence[] {
  return Object.keys(prepared.parameters.parameters)
    .flatMap((parameter) => influenceOf(prepared, parameter) ?? [])
    .toSorted(byWeight);
}

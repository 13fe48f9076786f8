import { jointRatification, ratificationOutlook } from '../assess/outlook.ts';
import type { PreparedAssessment } from '../assess/prepare.ts';

/** Draws over which the joint chance is taken: each costs as much as many of the rest. */
const JOINT_DRAWS = 100;
/** % of GDP a year between two values at which the gates of a state are asked; a straight line between. */
const KNOT = 0.05;

interface Ratification {
  /** Chance that all members ratify in a draw, −1 for the central values; NaN past the first hundred draws. */
  readonly joint: (draw: number, members: () => readonly { readonly state: string; readonly value: number }[]) => number;
  /** Chance that a state's own gates pass what is worth so much to it. */
  readonly own: (state: string, value: number) => number;
}

const known = new WeakMap<PreparedAssessment, Ratification>();

/** Ratification of one assessment, of which each number is worked out once. */
export function ratificationOf(prepared: PreparedAssessment): Ratification {
  const before = known.get(prepared);
  if (before !== undefined) return before;
  const { facts } = prepared.subject;
  const { date } = prepared.options;
  const joints = new Map<number, number>();
  const knots = new Map<string, number>();
  const once = <K>(kept: Map<K, number>, key: K, of: () => number): number => {
    const had = kept.get(key);
    if (had !== undefined) return had;
    const value = of();
    kept.set(key, value);
    return value;
  };
  const at = (state: string, knot: number): number =>
    once(knots, `${state} ${knot}`, () => ratificationOutlook(facts, state, date, knot * KNOT)?.p ?? Number.NaN);
  const made: Ratification = {
    joint: (draw, members) => (draw >= JOINT_DRAWS ? Number.NaN : once(joints, draw, () => jointRatification(facts, date, members()) ?? Number.NaN)),
    own: (state, value) => {
      const below = Math.floor(value / KNOT);
      const share = value / KNOT - below;
      return (1 - share) * at(state, below) + share * at(state, below + 1);
    },
  };
  known.set(prepared, made);
  return made;
}

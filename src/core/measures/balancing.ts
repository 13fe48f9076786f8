/**
 * Alliance choices told apart: with the threat, or against it.
 *
 * S. M. Walt, The Origins of Alliances (1987), p. 17: balancing is to ally with others against the prevailing threat, bandwagoning to align
 * with the source of danger. Here, for a state that gains a pact in a year, with one prevailing threat given for that year:
 * - bandwagoning: the partner is the threat, or is bound by a pact to the threat (it joins the threat's side);
 * - balancing: the partner is neither;
 * - neither: the state has no threat in that year.
 * Which state is the threat is handed in: the strongest of its rivals, after Walt, or the leading power for everyone else,
 * after J. S. Levy and W. R. Thompson, "Balancing on Land and at Sea", International Security 35:1 (2010), 7-43.
 *
 * The reading is ours, and a lenient one: that a pact is not with the threat's side does not show that it is meant against it, so balancing
 * is overcounted where states ally for other reasons; arming (internal balancing) is not seen. O(choices).
 */

/** A state's new pact: it had none with this partner the year before. */
export interface AllianceChoice {
  readonly state: number;
  readonly partner: number;
  readonly year: number;
}

export type Alignment = 'balancing' | 'bandwagoning' | 'neither';

/** What an alliance choice is judged by. */
export interface Threats {
  /** The prevailing threat to a state in a year; undefined where there is none. */
  readonly threatTo: (state: number, year: number) => number | undefined;
  /** Whether two states have a pact in a year. */
  readonly allied: (state: number, other: number, year: number) => boolean;
}

export function alignmentOf({ state, partner, year }: AllianceChoice, { threatTo, allied }: Threats): Alignment {
  const threat = threatTo(state, year);
  if (threat === undefined || threat === state) return 'neither';
  return partner === threat || allied(partner, threat, year) ? 'bandwagoning' : 'balancing';
}

export interface AlignmentCount {
  readonly year: number;
  readonly balancing: number;
  readonly bandwagoning: number;
  readonly neither: number;
}

/** Choices of each kind by year, in the order of the years; years without a choice are left out. */
export function countAlignments(choices: readonly AllianceChoice[], threats: Threats): readonly AlignmentCount[] {
  const counts = new Map<number, Record<Alignment, number>>();
  for (const choice of choices) {
    const count = counts.get(choice.year) ?? { balancing: 0, bandwagoning: 0, neither: 0 };
    count[alignmentOf(choice, threats)] += 1;
    counts.set(choice.year, count);
  }
  return [...counts].map(([year, count]) => ({ year, ...count })).toSorted((a, b) => a.year - b.year);
}

import type { Capabilities } from '../record/capabilities.ts';
import type { Members } from '../record/members.ts';
import { OBLIGATIONS, obligationBit, type Pledges } from '../record/pledges.ts';

/** The strongest pledge, and what a state is taken to owe itself. */
export const STRONGEST = 3;

/** Level of each set of obligations: 3 defense, else 2 neutrality or nonaggression, else 1 consultation, else 0 (offense alone too). */
const LEVELS = Uint8Array.from({ length: 1 << OBLIGATIONS.length }, (_, bits) => {
  if ((bits & obligationBit('defense')) !== 0) return STRONGEST;
  if ((bits & (obligationBit('neutrality') | obligationBit('nonaggression'))) !== 0) return 2;
  return (bits & obligationBit('consultation')) !== 0 ? 1 : 0;
});

/** What every member of the system owes every member in a year. */
export interface PortfolioYear {
  readonly year: number;
  /** State numbers, ascending. */
  readonly members: Int16Array;
  /** Level that member `i` owes member `k`, at `i * members.length + k`: a state's portfolio is a row. */
  readonly levels: Uint8Array;
  /** Of the members: capability shares, a missing one 0. */
  readonly weights: Float64Array;
  /** Members without a capability share. */
  readonly unweighted: number;
}

/** Alliance portfolios of a year: directed pledges among the members, each state's own entry the strongest. */
export function portfoliosOf(year: number, members: Members, pledges: Pledges, capabilities: Capabilities): PortfolioYear {
  const states = members.of(year);
  const size = states.length;
  const position = new Int16Array((states.at(-1) ?? 0) + 1).fill(-1);
  states.forEach((state, index) => (position[state] = index));
  const levels = new Uint8Array(size * size);
  for (let index = 0; index < size; index++) levels[index * size + index] = STRONGEST;
  const { from, to, bits } = pledges.of(year);
  for (let row = 0; row < from.length; row++) {
    const i = position[from[row] ?? 0] ?? -1;
    const k = position[to[row] ?? 0] ?? -1;
    if (i < 0 || k < 0) continue;
    const level = LEVELS[bits[row] ?? 0] ?? 0;
    if (level > (levels[i * size + k] ?? 0)) levels[i * size + k] = level;
  }
  let unweighted = 0;
  const weights = Float64Array.from(states, (state) => {
    const share = capabilities.of(state, year);
    if (!Number.isNaN(share)) return share;
    unweighted += 1;
    return 0;
  });
  return { year, members: states, levels, weights, unweighted };
}

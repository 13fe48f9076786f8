import type { Rng } from '../math/rng.ts';
import { aliveIn, type SyntheticState } from './states.ts';

export const COMPONENTS = ['milex', 'milper', 'irst', 'pec', 'tpop', 'upop'] as const;
type Component = (typeof COMPONENTS)[number];

/** Level of a state of size 1 in the first year, and growth a year, in the components' own units (thousands). */
const LEVELS: Readonly<Record<Component, readonly [level: number, growth: number]>> = {
  milex: [2000, 0.03],
  milper: [40, 0.008],
  irst: [20, 0.03],
  pec: [200, 0.035],
  tpop: [5000, 0.01],
  upop: [300, 0.02],
};

export interface CapabilityRow extends Readonly<Record<Component, number>> {
  readonly ccode: number;
  readonly year: number;
  /** Mean of the six shares of the year's totals. */
  readonly cinc: number;
}

/** Components that grow at the state's own pace, and the index of them: each year's scores sum to 1, as nothing is missing. */
export function syntheticCapabilities(rng: Rng, states: readonly SyntheticState[], [first, last]: readonly [number, number]): CapabilityRow[] {
  const paces = states.map(() => 1 + 0.35 * rng.normal());
  const tastes = states.map(() => COMPONENTS.map(() => Math.exp(0.4 * rng.normal())));
  const rows: CapabilityRow[] = [];
  for (let year = first; year <= last; year++) {
    const current = states.flatMap((state, index) => {
      if (!aliveIn(state, year)) return [];
      const values = COMPONENTS.map((component, number) => {
        const [level, growth] = LEVELS[component];
        const noise = Math.exp(0.05 * rng.normal());
        return Math.max(1, Math.round(level * state.size * (tastes[index]?.[number] ?? 1) * Math.exp(growth * (paces[index] ?? 1) * (year - first)) * noise));
      });
      return [{ state, values }];
    });
    const totals = COMPONENTS.map((_, number) => current.reduce((sum, { values }) => sum + (values[number] ?? 0), 0));
    for (const { state, values } of current) {
      const [milex = 0, milper = 0, irst = 0, pec = 0, tpop = 0, upop = 0] = values;
      const cinc = values.reduce((sum, value, number) => sum + value / (totals[number] ?? 1), 0) / COMPONENTS.length;
      rows.push({ ccode: state.ccode, year, milex, milper, irst, pec, tpop, upop, cinc });
    }
  }
  return rows;
}

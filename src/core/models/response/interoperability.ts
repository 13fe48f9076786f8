/** What lets two forces act as one. Each is a share of what could be in common, 0 to 1; unknown ones are left out. */
export interface Commonality {
  /** Standards both adopted, of those agreed. */
  readonly standards?: number;
  /** Families of major equipment in common: Jaccard's index of the two inventories. */
  readonly equipment?: number;
  /** How often they train together: 1 every year, ½ now and then, 0 never. */
  readonly exercises?: number;
  /** Level of interoperability of command systems, 0 (isolated) to 4 (enterprise), over 4 (LISI, US Department of Defense 1998). */
  readonly command?: number;
}

/** Mean of what is known; undefined where nothing is. */
export function interoperabilityIndex({ standards, equipment, exercises, command }: Commonality): number | undefined {
  const known = [standards, equipment, exercises, command].filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Families of equipment two inventories share, over those that either has: Jaccard's index; 0 where both are empty. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((family) => b.has(family)).length;
  const either = a.size + b.size - shared;
  return either === 0 ? 0 : shared / either;
}

/**
 * What a joiner's strength counts beside others': s (φ + (1 − φ) I). No published coefficient fixes φ: .6 is declared, and shown with its influence.
 * @param index I, in [0, 1]
 */
export function jointStrength(strength: number, index: number, phi = 0.6): number {
  return strength * (phi + (1 - phi) * index);
}

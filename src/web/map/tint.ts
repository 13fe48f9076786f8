import type { IsoDate } from '../../core/states/types.ts';
import type { MappedWorld } from '../../core/states/world.ts';

/** A stretch of land drawn as one shape. */
export interface Patch {
  readonly key: string;
  /** Shapes of today that make it up. */
  readonly codes: readonly string[];
  /** The state it is tinted for, if one held most of it on the date. */
  readonly owner: string | null;
  readonly kind: 'home' | 'dependency' | 'divided' | 'nobody';
}

/** Held in several parts, a shape is tinted for a state that held at least this much of it. */
const MOST = 0.5;

/** Who held which of today's shapes on a date: home territory merged into one outline, dependencies each apart. */
export function tintOf(world: MappedWorld, codes: readonly string[], date: IsoDate): readonly Patch[] {
  const homes = new Map<string, string[]>();
  const patches: Patch[] = [];
  for (const code of codes) {
    if (code === 'ATA') continue;
    const { states, share, dependency, divided } = world.administratorOfShape(code, date);
    const [owner] = states;
    if (divided && share < MOST) patches.push({ key: code, codes: [code], owner: null, kind: 'divided' });
    else if (owner === undefined) patches.push({ key: code, codes: [code], owner: null, kind: 'nobody' });
    else if (dependency) patches.push({ key: code, codes: [code], owner, kind: 'dependency' });
    else homes.set(owner, [...(homes.get(owner) ?? []), code]);
  }
  for (const [owner, held] of homes) patches.push({ key: held.join(' '), codes: held, owner, kind: 'home' });
  return patches;
}

const KEPT = 48;
const kept = new WeakMap<MappedWorld, Map<string, readonly Patch[]>>();

/** The same, remembering the dates asked last. */
export function tintOn(world: MappedWorld, codes: readonly string[], date: IsoDate): readonly Patch[] {
  const memory = kept.get(world) ?? new Map<string, readonly Patch[]>();
  kept.set(world, memory);
  const key = `${codes.length} ${date}`;
  const known = memory.get(key);
  if (known) return known;
  const made = tintOf(world, codes, date);
  const [oldest] = memory.keys();
  if (memory.size >= KEPT && oldest !== undefined) memory.delete(oldest);
  memory.set(key, made);
  return made;
}

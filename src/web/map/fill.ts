import { binOf } from '../fight/chances.ts';
import type { Role } from '../fight/roles.ts';
import type { Patch } from './tint.ts';

/** Paint of a role; a dependency takes 38% of it over the land color. */
export function fillOf(role: Role | undefined, chance: boolean): string {
  if (!role) return 'var(--land)';
  if (chance && role.chance) return `var(--prob-${binOf(role.chance.value)})`;
  switch (role.kind) {
    case 'attacker':
      return 'var(--side-attacker)';
    case 'target':
      return 'var(--side-target)';
    case 'choice':
      return 'var(--side-choice)';
    case 'free':
      return 'var(--side-free)';
    case 'duty':
      return chance ? 'url(#missing)' : `var(--duty-${role.action ?? 'consult'})`;
    case 'may':
      return 'var(--land)';
  }
}

/** Color of a label inside the fill, and of the halo around it. */
export function inkOn(role: Role | undefined, chance: boolean): { readonly fill: string; readonly stroke: string } {
  if (!role) return { fill: 'var(--ink-2)', stroke: 'var(--land)' };
  if (chance && role.chance) {
    const bin = binOf(role.chance.value);
    return { fill: `var(--prob-${bin}-on)`, stroke: `var(--prob-${bin})` };
  }
  switch (role.kind) {
    case 'attacker':
      return { fill: 'var(--surface)', stroke: 'var(--side-attacker)' };
    case 'duty':
      return chance
        ? { fill: 'var(--ink)', stroke: 'var(--prob-na)' }
        : { fill: `var(--duty-${role.action ?? 'consult'}-on)`, stroke: `var(--duty-${role.action ?? 'consult'})` };
    default:
      return { fill: 'var(--ink)', stroke: fillOf(role, chance) };
  }
}

export function patchFill(patch: Patch, role: Role | undefined, chance: boolean): string {
  if (patch.kind === 'divided') return 'url(#split)';
  if (!role) return 'var(--land)';
  if (patch.kind !== 'dependency') return fillOf(role, chance);
  if (role.kind === 'target' || role.kind === 'free') return 'var(--land)';
  if (role.kind === 'duty' && chance && !role.chance) return 'var(--land)';
  return `color-mix(in oklab, ${fillOf(role, chance)} 38%, var(--land))`;
}

/** Outline of a patch: lit states are bounded, never told apart by hue alone. */
export function patchClass(patch: Patch, role: Role | undefined): string {
  if (patch.kind === 'dependency') return role ? 'c dep any' : 'c any';
  if (!role) return patch.owner ? 'c any' : 'c';
  return role.kind === 'target' ? 'c tgt' : role.kind === 'free' ? 'c free' : 'c lit';
}

import { memo } from 'react';
import type { Roles } from '../fight/roles.ts';
import type { Geography } from '../data/geography.ts';
import { patchClass, patchFill } from './fill.ts';
import type { View } from './projection.ts';
import type { Patch } from './tint.ts';

interface Props {
  readonly view: View;
  readonly geography: Geography;
  readonly patches: readonly Patch[];
  readonly roles: Roles;
  readonly chance: boolean;
  readonly sel?: string | null;
  readonly hover?: string | null;
}

/** What is drawn over what: unlit land, dependencies, lit states, targets, then what is pointed at. */
function layer(patch: Patch, roles: Roles, sel: string | null, hover: string | null): number {
  if (patch.kind !== 'home' || !patch.owner) return patch.kind === 'dependency' ? 1 : 0;
  if (patch.owner === sel || patch.owner === hover) return 5;
  const role = roles.get(patch.owner);
  return !role ? 0 : role.kind === 'free' ? 2 : role.kind === 'target' ? 4 : 3;
}

/** The land of a map, each state filled by its role. */
export const Shapes = memo(function Shapes({ view, geography, patches, roles, chance, sel = null, hover = null }: Props) {
  const ordered = patches.map((patch) => ({ patch, at: layer(patch, roles, sel, hover) })).sort((a, b) => a.at - b.at);
  return (
    <g>
      {ordered.map(({ patch }) => {
        const d = view.draw(`${geography.scale} ${patch.key}`, geography.land(patch.codes));
        if (d === '') return null;
        const role = patch.owner ? roles.get(patch.owner) : undefined;
        const marks = patch.owner && patch.kind === 'home' ? `${patch.owner === sel ? ' sel' : ''}${patch.owner === hover ? ' hover' : ''}` : '';
        return (
          <path
            key={patch.key}
            d={d}
            className={`${patchClass(patch, role)}${marks}`}
            data-state={patch.owner ?? undefined}
            style={{ fill: patchFill(patch, role, chance) }}
          />
        );
      })}
    </g>
  );
});

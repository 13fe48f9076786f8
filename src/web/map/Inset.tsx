import { memo } from 'react';
import type { Geography } from '../data/geography.ts';
import type { Roles } from '../fight/roles.ts';
import { frameOn } from './projection.ts';
import type { View } from './projection.ts';
import { Shapes } from './Shapes.tsx';
import type { Patch } from './tint.ts';

interface Props {
  readonly view: View;
  /** The large view, framed on the inset where the inset is the world. */
  readonly large: View;
  readonly geography: Geography;
  readonly patches: readonly Patch[];
  readonly roles: Roles;
  readonly chance: boolean;
  readonly corner: 'left' | 'right';
  readonly label: string;
  readonly onSwap: () => void;
}

/** The other view, small; a press makes it the large one. */
export const Inset = memo(function Inset({ view, large, geography, patches, roles, chance, corner, label, onSwap }: Props) {
  return (
    <button type="button" className={`inset${view.kind === 'focus' ? ' near' : ''} ${corner}`} aria-label={`${label}: show it large`} onClick={onSwap}>
      <svg className="small" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true">
        <Shapes view={view} geography={geography} patches={patches} roles={roles} chance={chance} />
        {view.kind === 'world' ? <path className="box" d={frameOn(large, view)} /> : null}
      </svg>
      <span>{label}</span>
    </button>
  );
});

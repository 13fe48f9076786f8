import { memo } from 'react';
import type { Roles } from '../fight/roles.ts';
import { inkOn } from './fill.ts';
import type { Label } from './labels.ts';
import { Mark } from './Marks.tsx';

/** Width of the mark and its gap before a label's text. */
export const MARK_WIDTH = 19;

interface Props {
  readonly labels: readonly Label[];
  readonly roles: Roles;
  readonly chance: boolean;
}

/** Names on the map, with the mark of what is owed. */
export const Labels = memo(function Labels({ labels, roles, chance }: Props) {
  return (
    <g aria-hidden="true">
      {labels.map(({ id, lead }) =>
        lead ? <path key={id} className="lead" d={`M${lead[0]} ${lead[1]}L${lead[2].toFixed(1)} ${lead[3].toFixed(1)}`} /> : null,
      )}
      {labels.map((label) => (
        <LabelText key={label.id} label={label} roles={roles} chance={chance} />
      ))}
    </g>
  );
});

function LabelText({ label, roles, chance }: { readonly label: Label; readonly roles: Roles; readonly chance: boolean }) {
  const role = roles.get(label.id);
  const action = role?.kind === 'duty' && !chance ? role.action : null;
  const ink = label.inside ? inkOn(role, chance) : null;
  const left = label.x - label.width / 2;
  return (
    <g>
      {action ? (
        <g transform={`translate(${left.toFixed(1)} ${(label.y - 7).toFixed(1)})`}>
          <rect
            width="14"
            height="14"
            rx="1.5"
            style={{ fill: `var(--duty-${action})`, stroke: label.inside ? `var(--duty-${action}-on)` : 'var(--outline)' }}
          />
          <g transform="translate(2.2 2.2) scale(.8)" style={{ fill: `var(--duty-${action}-on)` }}>
            <Mark action={action} />
          </g>
        </g>
      ) : null}
      <text
        className={role ? undefined : 'q'}
        x={(left + (action ? MARK_WIDTH : 0)).toFixed(1)}
        y={(label.y + 4.2).toFixed(1)}
        style={role && ink ? { fill: ink.fill, stroke: ink.stroke } : undefined}
      >
        {label.text}
      </text>
    </g>
  );
}

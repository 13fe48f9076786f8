import type { Action } from '../../core/law/types.ts';
import type { StoryStep } from '../fight/story.ts';
import { arcPath } from './arcs.ts';
import type { View } from './projection.ts';

export type PlaceOf = (state: string) => readonly [number, number] | null;

interface Props {
  readonly view: View;
  readonly step: StoryStep;
  /** Where a state's arcs begin and end, in degrees. */
  readonly placeOf: PlaceOf;
  readonly sel: string | null;
  readonly why: string | null;
}

/** More new duties than this are told by fill alone. */
const MOST = 6;
const RESTRAINT: readonly Action[] = ['stay-neutral', 'not-attack'];

/** The attack in ink, and duties that are new, selected or opened, from the state bound to the state owed. */
export function Arcs({ view, step, placeOf, sel, why }: Props) {
  const point = (state: string): readonly [number, number] | null => {
    const place = placeOf(state);
    const at = place ? view.project(place) : null;
    return at && at[0] > -40 && at[1] > -40 && at[0] < view.width + 40 && at[1] < view.height + 40 ? at : null;
  };
  const fresh = step.duties.filter((live) => live.fresh);
  const drawn = step.duties.filter((live) => live.duty.state === sel || live.key === why || (live.fresh && fresh.length <= MOST));
  const arcs = [
    ...drawn.map(({ duty, key }) => ({
      key,
      from: duty.state,
      to: duty.toward,
      color: `var(--duty-${duty.action}-text)`,
      dash: RESTRAINT.includes(duty.action) ? '2 4' : undefined,
      width: 2.2,
    })),
    ...step.moves.map((move) => ({
      key: `attack:${move.attacker}:${move.target}`,
      from: move.attacker,
      to: move.target,
      color: 'var(--ink)',
      dash: undefined,
      width: 2.4,
    })),
  ];
  return (
    <g aria-hidden="true">
      {arcs.map((arc) => {
        const from = point(arc.from);
        const to = point(arc.to);
        const d = from && to ? arcPath(from, to) : null;
        if (!d) return null;
        return (
          <g key={`${view.key} ${arc.key}`}>
            <path className="arc-halo" d={d} />
            <path
              className={`arc${arc.dash ? '' : ' draw'}`}
              d={d}
              pathLength={arc.dash ? undefined : 1}
              strokeWidth={arc.width}
              strokeDasharray={arc.dash ?? '1'}
              markerEnd="url(#head)"
              style={{ stroke: arc.color }}
            />
          </g>
        );
      })}
    </g>
  );
}

import type { LawEvent } from '../../core/law/types.ts';
import type { StoryStep } from '../fight/story.ts';
import type { LonLat, View } from './projection.ts';

interface Props {
  readonly view: View;
  readonly step: StoryStep;
  readonly event: LawEvent;
  readonly placeOf: (state: string) => LonLat | null;
}

/** On a map of the world a crowd of capitals says nothing. */
const CROWD = 12;

/** Sides are dots on capitals: solid for the attacker's, a ring for the target's, once at war. */
export function SideDots({ view, step, event, placeOf }: Props) {
  const crowd = view.kind === 'world' && step.sides.attacker.length + step.sides.target.length > CROWD;
  const shown = (state: string): boolean => !crowd || state === event.target || event.attackers.includes(state);
  const dot = (state: string, side: 'attacker' | 'target') => {
    const place = placeOf(state);
    const at = place && shown(state) ? view.project(place) : null;
    if (!at) return null;
    return (
      <circle
        key={state}
        className="capdot"
        data-state={state}
        cx={at[0]}
        cy={at[1]}
        r={view.kind === 'focus' ? 4.6 : 3.6}
        style={{ fill: side === 'attacker' ? 'var(--outline)' : 'var(--side-target)' }}
      />
    );
  };
  return (
    <g>
      {step.sides.attacker.map((state) => dot(state, 'attacker'))}
      {step.sides.target.map((state) => dot(state, 'target'))}
    </g>
  );
}

import type { CrisisEvent } from '../../core/law/crisis-schema.ts';
import type { FightSearch } from '../fight/search.ts';
import type { Story } from '../fight/story.ts';
import { Chevron, PauseIcon, PlayIcon } from '../shell/icons.tsx';
import { Steps } from './Steps.tsx';

interface Props {
  readonly story: Story;
  readonly search: FightSearch;
  readonly crisis: CrisisEvent | undefined;
  readonly index: number;
  readonly playing: boolean;
  readonly onToggle: () => void;
  readonly onStep: (step: number) => void;
  readonly onChange: (changes: Partial<FightSearch>) => void;
}

/** Play, step, and the mode of the cascade, beside its nodes. */
export function CascadeBar({ story, search, crisis, index, playing, onToggle, onStep, onChange }: Props) {
  const count = story.steps.length;
  const { mode } = story;
  const reset = { step: 1, why: null } as const;
  const replay = crisis?.steps;
  const own = (): void => {
    const joins = (replay ?? []).slice(1).flatMap((step) => (step.choice ? [{ state: step.attacker, beside: besideOf(step.target, story) }] : []));
    onChange({ ...reset, cascade: 'chosen', own: true, joins: search.own ? search.joins : joins });
  };
  return (
    <div className="casc">
      <div className="ctl">
        <span className="row">
          <button type="button" className="btn solid" data-play disabled={count < 2} onClick={onToggle}>
            {playing ? <PauseIcon /> : <PlayIcon />}
            {playing ? 'Pause' : 'Play'}
          </button>
          <button type="button" className="btn" aria-label="Previous step" disabled={index === 0} onClick={() => onStep(index)}>
            <Chevron to="left" />
          </button>
          <button type="button" className="btn" aria-label="Next step" disabled={index >= count - 1} onClick={() => onStep(index + 2)}>
            <Chevron to="right" />
          </button>
        </span>
        <span className="seg" role="group" aria-label="Cascade">
          <button
            type="button"
            aria-pressed={mode === 'letter'}
            title="Every duty is performed"
            onClick={() => onChange({ ...reset, cascade: 'letter', own: false, joins: [], refuses: [] })}
          >
            Letter
          </button>
          {replay ? (
            <button
              type="button"
              aria-pressed={mode === 'as-in'}
              title="What states did, step by step"
              onClick={() => onChange({ ...reset, cascade: 'chosen', own: false, joins: [], refuses: [] })}
            >
              As in {crisis.date.slice(0, 4)}
            </button>
          ) : null}
          <button type="button" aria-pressed={mode === 'choices'} title="You choose who joins and who refuses" onClick={own}>
            Choices
          </button>
          <button
            type="button"
            aria-pressed={mode === 'likely'}
            title="Who is more likely than not to come"
            onClick={() => onChange({ ...reset, cascade: 'expected', own: false, joins: [], refuses: [] })}
          >
            Likely
          </button>
        </span>
      </div>
      <Steps story={story} index={index} onStep={onStep} />
    </div>
  );
}

/** A state that goes to war with one side stands beside the other. */
function besideOf(foe: string, { event, steps }: Story): string {
  const attackers = steps.at(-1)?.sides.attacker ?? event.attackers;
  return attackers.includes(foe) ? event.target : (event.attackers[0] ?? event.target);
}

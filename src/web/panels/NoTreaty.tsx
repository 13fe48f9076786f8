import { inSpans } from '../../core/states/dates.ts';
import type { Engine } from '../data/engine.ts';
import type { StoryStep } from '../fight/story.ts';

/** States of the date that have no part in the step: neither side, no duty, no alliance that bears on it. */
export function uninvolved(step: StoryStep, engine: Engine, date: string): string[] {
  const part = new Set([
    ...step.sides.attacker,
    ...step.sides.target,
    ...step.duties.map(({ duty }) => duty.state),
    ...step.free.map(({ notOwed }) => notOwed.state),
  ]);
  return engine.catalog.states.filter((state) => inSpans(state.exists, date) && !part.has(state.id)).map(({ id }) => id);
}

interface Props {
  readonly states: readonly string[];
  readonly step: StoryStep;
  readonly nameOf: (state: string) => string;
  readonly onSelect: (state: string) => void;
}

/** The states no treaty in force binds here, and those whose treaty began later, ended, or never took them in. */
export function NoTreaty({ states, step, nameOf, onSelect }: Props) {
  const outside = [...new Set(step.outside.filter(({ state }) => states.includes(state)).flatMap(({ because }) => because.at(-1) ?? []))];
  const sorted = states.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
  return (
    <>
      <p className="grp plain">No treaty in force on this date binds these {states.length} states to either side.</p>
      {outside.length > 0 ? (
        <ul className="outside">
          {outside.map((sentence) => (
            <li key={sentence} className="src">
              {sentence}
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="statelist">
        {sorted.map((state) => (
          <li key={state}>
            <button type="button" onClick={() => onSelect(state)}>
              {nameOf(state)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

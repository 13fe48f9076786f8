import { useMemo } from 'react';
import type { Edit } from '../../core/diagnostics.ts';
import type { ParsedTreaty } from '../../core/treaty/parse.ts';
import { knobsOf, turn } from './knobs.ts';

interface Props {
  readonly parsed: ParsedTreaty;
  readonly onTurn: (edits: readonly Edit[]) => void;
}

/** A slider for every number of the clauses; it writes into the text, where it can be undone. */
export function Knobs({ parsed, onTurn }: Props) {
  const knobs = useMemo(() => knobsOf(parsed), [parsed]);
  if (knobs.length === 0) return null;
  return (
    <section className="knobs" aria-labelledby="knobs-h">
      <h3 id="knobs-h">Numbers of the clauses</h3>
      {knobs.map((knob) => (
        <label key={knob.id} className="field">
          <span>
            {knob.label}: <b>{knob.steps[knob.at]?.words}</b>
          </span>
          <input
            type="range"
            min={0}
            max={knob.steps.length - 1}
            step={1}
            value={knob.at}
            aria-label={knob.label}
            aria-valuetext={knob.steps[knob.at]?.words}
            onChange={(event) => onTurn(turn(knob, Number(event.target.value)))}
          />
        </label>
      ))}
    </section>
  );
}

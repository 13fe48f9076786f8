import { useLoaded } from '../data/EngineProvider.tsx';
import type { FightSearch } from '../fight/search.ts';
import type { Story } from '../fight/story.ts';
import { capital, inSentence } from '../fight/words.ts';
import { CloseIcon } from '../shell/icons.tsx';

interface Props {
  readonly story: Story;
  readonly search: FightSearch;
  readonly onChange: (changes: Partial<FightSearch>) => void;
}

/** The reader's choices: a selected state joins a side, or refuses what it owes; each can be taken back. */
export function ChoiceBar({ story, search, onChange }: Props) {
  const { engine } = useLoaded();
  const { event } = story;
  const name = (id: string): string => inSentence(engine.world, id, event.date);
  const { sel, joins, refuses } = search;
  const last = story.steps.at(-1);
  const fights = (state: string): boolean => (last?.sides.attacker.includes(state) || last?.sides.target.includes(state)) ?? false;
  const own = (changes: Partial<FightSearch>): void => onChange({ own: true, step: story.steps.length + 1, ...changes });
  const principal = sel !== null && (event.attackers.includes(sel) || event.target === sel);
  const made = joins.some(({ state }) => state === sel) || (sel !== null && refuses.includes(sel));
  const sides = [event.target, ...event.attackers].filter((side) => engine.world.state(side));
  return (
    <div className="callout">
      {sel && !principal && !made ? (
        <div className="choicebar">
          <b>{capital(name(sel))}</b>
          {fights(sel) ? (
            <button type="button" className="btn" onClick={() => own({ refuses: [...refuses, sel] })}>
              Refuse what it owes
            </button>
          ) : (
            sides.map((side) => (
              <button key={side} type="button" className="btn" onClick={() => own({ joins: [...joins, { state: sel, beside: side }] })}>
                Join {name(side)}
              </button>
            ))
          )}
        </div>
      ) : (
        <p>Select a state, on the map or in the list, to let it join or refuse.</p>
      )}
      {joins.length + refuses.length > 0 ? (
        <ul className="choicebar" aria-label="Choices made">
          {joins.map((join) => (
            <li key={join.state} className="chip">
              {name(join.state)} joins {name(join.beside)}
              <button type="button" aria-label={`Take back: ${name(join.state)} joins`} onClick={() => own({ joins: joins.filter((one) => one !== join) })}>
                <CloseIcon />
              </button>
            </li>
          ))}
          {refuses.map((state) => (
            <li key={state} className="chip">
              {name(state)} refuses
              <button type="button" aria-label={`Take back: ${name(state)} refuses`} onClick={() => own({ refuses: refuses.filter((one) => one !== state) })}>
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

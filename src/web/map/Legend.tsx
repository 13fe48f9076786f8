import type { Roles } from '../fight/roles.ts';
import type { StoryStep } from '../fight/story.ts';
import { ACTION_LABEL, ACTION_ORDER } from '../fight/words.ts';
import { Swatch } from './Marks.tsx';

interface Props {
  readonly step: StoryStep | null;
  readonly roles: Roles;
  readonly chance: boolean;
}

/** What the fills, outlines and dots mean, with the number of states under each. */
export function Legend({ step, roles, chance }: Props) {
  const count = (action: (typeof ACTION_ORDER)[number]): number =>
    new Set(step?.duties.filter(({ duty }) => duty.action === action).map(({ duty }) => duty.state)).size;
  const free = [...roles.values()].filter(({ kind }) => kind === 'free').length;
  const choice = [...roles.values()].some(({ kind }) => kind === 'choice');
  return (
    <div className={chance ? 'key chances' : 'key'}>
      {chance ? (
        <ul className="krow" aria-label="Chance of coming in">
          <li className="scale">
            Chance of coming in 0
            <span className="probs" aria-hidden="true">
              {[1, 2, 3, 4, 5].map((bin) => (
                <span key={bin} className={`prob-${bin}`} />
              ))}
            </span>
            100%
          </li>
          <li>
            <span className="sw na" aria-hidden="true" />
            Owes something, not estimated
          </li>
        </ul>
      ) : (
        <ul className="krow" aria-label="Kinds of duty">
          {ACTION_ORDER.map((action) => (
            <li key={action} className={count(action) > 0 ? undefined : 'zero'}>
              <Swatch action={action} />
              {ACTION_LABEL[action]} <b>{count(action)}</b>
            </li>
          ))}
        </ul>
      )}
      <ul className="krow" aria-label="Sides and roles">
        <li>
          <span className="sw att" aria-hidden="true" />
          Attacker
        </li>
        <li>
          <span className="sw tgt" aria-hidden="true" />
          Target
        </li>
        {choice ? (
          <li>
            <span className="sw choice" aria-hidden="true" />
            Joined by choice
          </li>
        ) : null}
        <li className={free > 0 ? undefined : 'zero'}>
          <span className="sw free" aria-hidden="true" />
          Allied, owes nothing <b>{free}</b>
        </li>
        <li>
          <span className="dotk a" aria-hidden="true" />
          Attacker's side
        </li>
        <li>
          <span className="dotk" aria-hidden="true" />
          Target's side
        </li>
      </ul>
    </div>
  );
}

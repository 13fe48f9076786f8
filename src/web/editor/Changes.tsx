import { useMemo, useState } from 'react';
import { diffTreaties } from '../../core/treaty/diff.ts';
import { treatyAt } from '../../core/treaty/resolve.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { datedLabel } from '../fight/cite.ts';
import { isDate } from '../fight/dates.ts';

interface Props {
  readonly treaty: Treaty;
  /** Id of the treaty of the catalog it began from. */
  readonly base: string | null;
  /** The text as it was when the page was opened; null where it was no treaty. */
  readonly opened: Treaty | null;
}

const OPENED = 'as-opened';

/** The draft against the treaty it began from, against itself as opened, or against any treaty of the catalog: clause by clause, in words. */
export function Changes({ treaty, base, opened }: Props) {
  const { engine } = useLoaded();
  const [against, setAgainst] = useState(base ?? (opened === null ? (engine.catalog.treaties[0]?.id ?? '') : OPENED));
  const [day, setDay] = useState('');
  const whole = against === OPENED ? opened : (engine.treaty(against) ?? null);
  const other = useMemo(() => (whole !== null && isDate(day) ? treatyAt(whole, day) : whole), [whole, day]);
  const changes = useMemo(() => (other === null ? [] : diffTreaties(other, treaty, (state) => engine.world.nameOf(state))), [other, treaty, engine]);
  return (
    <>
      <label className="field">
        <span>Compared with</span>
        <select className="select" value={against} onChange={(event) => setAgainst(event.target.value)}>
          {opened === null ? null : <option value={OPENED}>This draft, as opened</option>}
          {engine.catalog.treaties
            .toSorted((a, b) => Number(b.id === base) - Number(a.id === base) || a.name.localeCompare(b.name))
            .map((one) => (
              <option key={one.id} value={one.id}>
                {datedLabel(one, one.id)}
              </option>
            ))}
        </select>
      </label>
      <label className="field as-of">
        <span>As it stood on, where not as a whole</span>
        <input className="input" type="date" value={day} min="1815-01-01" onChange={(event) => setDay(event.target.value)} />
      </label>
      <h2>{changes.length === 0 ? 'Nothing that binds is different' : changes.length === 1 ? 'One difference' : `${changes.length} differences`}</h2>
      <ul className="changes">
        {changes.map(({ kind, clause, sentence, path }) => (
          <li key={`${kind} ${path.join('.')} ${sentence}`}>
            <small>
              {kind}, {clause}
            </small>
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}

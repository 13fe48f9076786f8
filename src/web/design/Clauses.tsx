import type { DesignedClause } from '../../core/explore/design/result.ts';

interface Props {
  readonly clauses: readonly DesignedClause[];
  readonly fix: readonly string[];
  readonly onFix: (fix: readonly string[]) => void;
}

/** How a clause is held: it may move, stays as it stands, or is held at a value. */
function holdOf(fix: readonly string[], id: string): string {
  const held = fix.find((one) => one === id || one.startsWith(`${id}=`));
  return held === undefined ? '' : held === id ? '-' : held.slice(id.length + 1);
}

/** Every clause that may move, each with what is done about it. */
export function Clauses({ clauses, fix, onFix }: Props) {
  const without = (id: string): readonly string[] => fix.filter((one) => one !== id && !one.startsWith(`${id}=`));
  const set = (id: string, hold: string): void => onFix(hold === '' ? without(id) : [...without(id), hold === '-' ? id : `${id}=${hold}`]);
  const free = clauses.filter(({ id }) => holdOf(fix, id) === '').length;
  return (
    <fieldset className="clauses">
      <legend>
        Clauses <span className="muted">{free === clauses.length ? 'all may move' : `${free} of ${clauses.length} may move`}</span>
      </legend>
      <p className="tools">
        <button type="button" className="lnk" disabled={fix.length === 0} onClick={() => onFix([])}>
          Let all move
        </button>
        <button type="button" className="lnk" disabled={free === 0} onClick={() => onFix(clauses.map(({ id }) => id))}>
          Hold all
        </button>
      </p>
      <ul>
        {clauses.map(({ id, title, values }) => {
          const hold = holdOf(fix, id);
          return (
            <li key={id} className={hold === '' ? undefined : 'held-clause'}>
              <label>
                <span>{title}</span>
                <select className="select" value={hold} onChange={(event) => set(id, event.target.value)}>
                  <option value="">may move ({values.length} ways)</option>
                  <option value="-">stays: {values.find(({ given }) => given)?.words ?? 'as it stands'}</option>
                  {values
                    .filter(({ given }) => !given)
                    .map((value) => (
                      <option key={value.id} value={value.id}>
                        is held at: {value.words}
                      </option>
                    ))}
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

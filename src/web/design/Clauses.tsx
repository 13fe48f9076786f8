import type { DesignedClause } from '../../core/explore/design/result.ts';

interface Props {
  readonly clauses: readonly DesignedClause[];
  readonly fix: readonly string[];
  readonly onFix: (fix: readonly string[]) => void;
}

/** Whether what is held takes in a clause: by itself, or by a name above it. */
export const isHeld = (fix: readonly string[], id: string): boolean => fix.some((one) => one === id || one.startsWith(`${id}=`) || id.startsWith(`${one}.`));

/** How a clause is held: it may move, stays as it stands, or is held at a value. */
function holdOf(fix: readonly string[], id: string): string {
  const value = fix.find((one) => one.startsWith(`${id}=`));
  return value === undefined ? (isHeld(fix, id) ? '-' : '') : value.slice(id.length + 1);
}

/** Every clause that may move, each with what is done about it. */
export function Clauses({ clauses, fix, onFix }: Props) {
  const written = (id: string, hold: string): readonly string[] => (hold === '' ? [] : [hold === '-' ? id : `${id}=${hold}`]);
  const set = (id: string, hold: string): void => onFix(clauses.flatMap((one) => written(one.id, one.id === id ? hold : holdOf(fix, one.id))));
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

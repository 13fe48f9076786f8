import type { Comparison } from '../../core/explore/compare.ts';
import { foldMembers } from '../../core/explore/fold-changes.ts';
import { CHANGE_LABELS } from '../../core/treaty/rank-change.ts';

interface Props {
  readonly found: Comparison;
  readonly nameOf: (state: string) => string;
}

/** What each text has otherwise than the first's, labeled by what it does to the commitment. */
export function Clauses({ found, nameOf }: Props) {
  const [first] = found.subjects;
  const told = found.texts.filter(({ subject }) => {
    const one = found.subjects[subject];
    return one !== undefined && first !== undefined && (one.treaty !== first.treaty || one.date !== first.date || one.form === first.form);
  });
  return (
    <>
      {told.map(({ subject, changes }) => {
        const folded = foldMembers(changes, nameOf);
        const counts = CHANGE_LABELS.map((label) => [label, folded.filter((one) => one.label === label).length] as const).filter(([, count]) => count > 0);
        return (
          <section key={subject} className={`fig ${told.length === 1 ? 'c12' : 'c6'}`} aria-label={`Clauses of ${found.subjects[subject]?.label ?? ''}`}>
            <p className="q">
              What does the text have otherwise? {found.subjects[subject]?.label}, against {first?.label}
            </p>
            <h2>{folded.length === 0 ? 'Nothing' : counts.map(([label, count]) => `${count} ${label}`).join(', ')}</h2>
            {folded.length === 0 ? null : (
              <ul className="ranked">
                {folded.map(({ label, reason, sentence }) => (
                  <li key={`${label} ${sentence}`}>
                    <b className={`rank ${label}`}>{label}</b>
                    <span>
                      {sentence}
                      {reason === undefined ? null : <small>{reason}</small>}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <p className="src">
              By the words of both texts as they stood: what a change does to deterrence is in the numbers above. Clauses of two treaties are paired by the kind
              of promise.
            </p>
          </section>
        );
      })}
    </>
  );
}

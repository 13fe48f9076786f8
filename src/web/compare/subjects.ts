import { useMemo } from 'react';
import type { Form } from '../../core/assess/forms.ts';
import { capitalized } from '../../core/text/sentence.ts';
import { useSubject, type Subject } from '../assessment/subject.ts';
import type { SubjectQuestion } from '../compute/messages.ts';
import type { Engine } from '../data/engine.ts';
import { MOST_TREATIES, type CompareSearch } from './search.ts';

/** What each slot of the sentence holds, in its order. */
export function useSubjects({ treaties }: Pick<CompareSearch, 'treaties'>, engine: Engine): readonly Subject[] {
  const [a, b, c, d] = Array.from({ length: MOST_TREATIES }, (_, i) => treaties[i]?.id ?? '');
  const [one, two, three, four] = [useSubject(a ?? '', engine), useSubject(b ?? '', engine), useSubject(c ?? '', engine), useSubject(d ?? '', engine)];
  const count = treaties.length;
  return useMemo(() => [one, two, three, four].slice(0, count), [one, two, three, four, count]);
}

const bound = (form: Form): string => (form.kind === 'pact' ? 'as one pact' : form.kind === 'pairs' ? 'two by two' : `each to ${form.hub}`);

/** Every treaty in every form, each with a name that tells it from the others: the treaty's own where they are several. */
export function questionsOf(
  { treaties, date, forms }: Pick<CompareSearch, 'treaties' | 'date' | 'forms'>,
  subjects: readonly Subject[],
): readonly SubjectQuestion[] {
  const known = subjects.flatMap((one, i) => (one.kind === 'treaty' ? [{ treaty: one.treaty, draft: one.draft, date: treaties[i]?.date ?? date }] : []));
  const names = new Set(known.map(({ treaty, draft }) => `${treaty.id} ${draft ?? ''}`));
  const days = new Set(known.map((one) => one.date));
  return known.flatMap(({ treaty, draft, date: day }) =>
    forms.map((form): SubjectQuestion => {
      const parts = [
        ...(names.size > 1 || (days.size === 1 && forms.length === 1) ? [`${treaty.short ?? treaty.name}${draft === null ? '' : ', draft'}`] : []),
        ...(days.size > 1 ? [`in ${day.slice(0, 4)}`] : []),
        ...(forms.length > 1 ? [bound(form)] : []),
      ];
      return { treaty, date: day, form, label: capitalized(parts.join(', ')) };
    }),
  );
}

import { compare, formName, type Comparison, type CompareSubject } from '../core/explore/compare.ts';
import type { Form } from '../core/assess/forms.ts';
import { nameOn } from '../core/states/names.ts';
import { prepareRequest } from './assess.ts';
import { loadCatalog } from './load-catalog.ts';
import { runSteps } from './run-steps.ts';
import { setByHand, type Setting } from './set-by-hand.ts';
import type { NamedTreaty } from './treaties-named.ts';
import { UserError } from './user-error.ts';

/** What `foedus compare` asks. */
export interface CompareRequest {
  readonly treaties: readonly NamedTreaty[];
  /** For treaties named without a day of their own; the first and all others are compared on each. */
  readonly dates: readonly string[];
  readonly forms: readonly Form[];
  /** Each makes one more of the first treaty, with these clauses changed. */
  readonly changes: readonly (readonly Setting[])[];
  readonly contingencies?: readonly string[];
  readonly without?: string;
  /** Parameters, the same for all. */
  readonly set?: Readonly<Record<string, number>>;
  readonly draws: number;
  readonly seed: number;
  readonly workspace?: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** More are hard to read, and as many times as dear. */
export const MOST_SUBJECTS = 8;

interface Asked extends Pick<NamedTreaty, 'treaty'> {
  readonly label: string;
  readonly date: string;
  readonly form: Form;
}

/** Every treaty on each date in each form, and the first with its changes. */
function subjectsOf({ treaties, dates, forms, changes }: CompareRequest): readonly Asked[] {
  const several = dates.length > 1;
  const asked = treaties.flatMap(({ treaty, name, date: own }) =>
    (own === undefined ? dates : [own]).flatMap((date) =>
      forms.map((form): Asked => {
        const day = own === undefined && several ? `@${date}` : '';
        const bound = forms.length > 1 ? ` as ${formName(form)}` : '';
        return { treaty, date, form, label: `${name}${day}${bound}` };
      }),
    ),
  );
  const [first] = asked;
  if (first === undefined) return [];
  const changed = changes.map((settings): Asked => {
    const words = settings.map(({ name, value }) => `${name}=${value}`).join(', ');
    return { ...first, treaty: setByHand(first.treaty, settings, '--change').treaty, label: `${first.label} with ${words}` };
  });
  return [...asked, ...changed];
}

/**
 * Treaties, dates, forms and drafts side by side, in draws common to all; stopped, it rests on the draws made so far.
 * @throws {UserError} where fewer than two or too many are named, something named does not exist, or nothing can be assessed on a date
 */
export async function compareTreaties(request: CompareRequest): Promise<Comparison> {
  const asked = subjectsOf(request);
  if (asked.length < 2) throw new UserError('one treaty in one form on one date is compared with nothing; name another, another date, form or change.');
  if (asked.length > MOST_SUBJECTS) throw new UserError(`${asked.length} are too many to compare at once; at most ${MOST_SUBJECTS}.`);
  const { draws, seed, contingencies, without, set, workspace, onProgress, signal } = request;
  const subjects: CompareSubject[] = [];
  for (const { treaty, date, form, label } of asked) {
    const { prepared } = await prepareRequest({
      treaty,
      date,
      form,
      draws,
      seed,
      ...(contingencies !== undefined && { contingencies }),
      ...(without !== undefined && treaty.parties.some(({ state }) => state === without) && { gone: without }),
      ...(set !== undefined && { set }),
      ...(workspace !== undefined && { workspace }),
    });
    subjects.push({ label, prepared });
  }
  const { states } = loadCatalog();
  const day = asked[0]?.date ?? '';
  const nameOf = (id: string): string => {
    const state = states.find((one) => one.id === id);
    return state === undefined ? id : nameOn(state, day);
  };
  return runSteps(compare(subjects, { draws, seed, nameOf, ...(signal !== undefined && { cancel: signal }) }), onProgress);
}

import type { Interval } from '../assess/assessment.ts';
import { drawAssessment, joinSamples, type Samples } from '../assess/draws.ts';
import type { Form } from '../assess/forms.ts';
import { intervalOf } from '../assess/interval.ts';
import type { PreparedAssessment } from '../assess/prepare.ts';
import type { NameOf } from '../treaty/phrases.ts';
import { rankChanges, type RankedChange } from '../treaty/rank-change.ts';
import { treatyAt } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';
import { alignClauses } from './align-clauses.ts';
import { quantitiesOf } from '../assess/quantities.ts';
import { numbersOf, type Quantity, type SubjectNumbers } from './compare-numbers.ts';
import type { Cancel, Progress } from './progress.ts';

/** A treaty as one of those compared. */
export interface CompareSubject {
  readonly label: string;
  readonly prepared: PreparedAssessment;
}

export interface ComparedSubject {
  readonly label: string;
  readonly treaty: string;
  readonly date: string;
  readonly form: string;
  readonly without?: string;
  readonly inForce: boolean;
  readonly members: readonly string[];
  readonly contingencies: readonly string[];
  readonly notAsked: readonly { readonly id: string; readonly reason: string }[];
}

/** One number side by side; null where a subject has none. */
export interface ComparedRow extends Quantity {
  readonly values: readonly (Interval | null)[];
  /** Each less the first, draw by draw; null for the first itself. */
  readonly differences: readonly (Interval | null)[];
}

/** What one subject's text has otherwise than the first's. */
export interface ComparedText {
  readonly subject: number;
  readonly changes: readonly RankedChange[];
}

/** Treaties side by side, all differences taken from the first. */
export interface Comparison {
  readonly subjects: readonly ComparedSubject[];
  /** Of the treaty as a whole, then of its members. */
  readonly rows: readonly ComparedRow[];
  /** Of the contingencies that every subject can be asked. */
  readonly cases: readonly ComparedRow[];
  readonly texts: readonly ComparedText[];
  readonly draws: number;
  /** Draws asked for, where it was stopped before. */
  readonly stoppedOf?: number;
  readonly seed: number;
  readonly converged: boolean;
  readonly method: string;
  readonly versions: { readonly facts: string; readonly parameters: string };
}

export interface CompareOptions {
  readonly draws: number;
  readonly seed: number;
  readonly nameOf?: NameOf;
  /** Draws between two looks at anything else; 10 when left out. */
  readonly slice?: number;
  /** Draws after which what is known is told. */
  readonly shownAt?: readonly number[];
  readonly cancel?: Cancel;
}

export const formName = (form: Form | undefined): string => (form === undefined ? 'pact' : form.kind === 'hub' ? `hub:${form.hub}` : form.kind);

/** How far a comparison is; with what is known, where it is told. */
export interface CompareProgress extends Progress {
  readonly found?: Comparison;
}

/**
 * Sets treaties, dates, forms or drafts side by side. All draw from the same streams, named by seed, contingency and draw, so that a difference is
 * taken draw by draw: what is uncertain about both alike falls out of it. Canceled, it rests on the draws all subjects have.
 */
export function* compare(subjects: readonly CompareSubject[], options: CompareOptions): Generator<CompareProgress, Comparison> {
  const { draws, seed, slice = 10, shownAt = [], cancel } = options;
  const drawing = subjects.map(({ prepared }) => drawingOf(prepared, seed, subjects[0]?.prepared ?? prepared));
  const samples: Samples[][] = subjects.map(() => []);
  const texts = textsOf(subjects, options.nameOf);
  const conclude = (done: number): Comparison => {
    const numbers = drawing.map(({ prepared, centralRate }, i) => numbersOf(prepared, joinSamples(samples[i] ?? []), done, centralRate));
    return comparisonOf(subjects, numbers, texts, { done, draws, seed });
  };
  if (shownAt.includes(0)) yield { part: 'draws', done: 0, total: draws, found: conclude(0) };
  let done = 0;
  while (done < draws) {
    const to = Math.min(draws, done + slice, shownAt.find((mark) => mark > done) ?? draws);
    const drawn: Samples[] = [];
    for (const { draw } of drawing) {
      if (cancel?.aborted === true) return conclude(done);
      drawn.push(draw(done, to, drawn[0]));
      yield { part: 'draws', done: done + ((to - done) * drawn.length) / subjects.length, total: draws };
    }
    drawn.forEach((one, i) => samples[i]?.push(one));
    done = to;
    if (done < draws && shownAt.includes(done)) yield { part: 'draws', done, total: draws, found: conclude(done) };
  }
  return conclude(done);
}

/** How a subject is drawn. */
interface Drawing {
  readonly prepared: PreparedAssessment;
  /** @param first the same draws of the first subject */
  readonly draw: (from: number, to: number, first: Samples | undefined) => Samples;
  /** Challenges a year of a contingency at the central values; what the contingency says where left out. */
  readonly centralRate?: (contingency: string, said: number) => number;
}

const rateOfChance = (chance: number): number => -Math.log1p(-chance);

/**
 * A subject by itself. Another text or form of the first on its own day, if that is in force, is set in the first's world: challenges come as often
 * as were seen under the first, and as they then would with neither, so that the other text changes them.
 */
function drawingOf(prepared: PreparedAssessment, seed: number, first: PreparedAssessment): Drawing {
  const own = { ...prepared, options: { ...prepared.options, seed } };
  const isVariant =
    prepared !== first && first.inForce && prepared.subject.treaty.id === first.subject.treaty.id && prepared.options.date === first.options.date;
  if (!isVariant) return { prepared: own, draw: (from, to) => drawAssessment(own, from, to) };
  const places = new Map(first.asked.map(({ contingency }, place) => [contingency.id, place]));
  const without = first.asked.map((one) => quantitiesOf(one, first.members).findIndex(({ name }) => name === 'challenge.without'));
  const apart = { ...own, inForce: false };
  return {
    prepared: apart,
    draw: (from, to, drawn) =>
      drawAssessment(apart, from, to, (place, draw, rate) => {
        const at = places.get(apart.asked[place]?.contingency.id ?? '');
        const chance = at === undefined ? undefined : drawn?.[at]?.[without[at] ?? -1]?.[draw - from];
        return chance === undefined ? rate : rateOfChance(chance);
      }),
    centralRate: (contingency, said) => {
      const chance = first.solved[places.get(contingency) ?? -1]?.without.solution.pChallenge;
      return chance === undefined ? said : rateOfChance(chance);
    },
  };
}

/** The text as it stands on the subject's day. Since when a party is one is no matter of what it owes on it. */
function textOf({ prepared: { subject, options } }: CompareSubject): Treaty {
  const standing = treatyAt(subject.treaty, options.date);
  return { ...standing, parties: standing.parties.map(({ state, from, role }) => ({ state, from, ...(role !== undefined && { role }) })) };
}

/** What two treaties cannot but differ in, and is said elsewhere. */
const OF_ITS_OWN: readonly unknown[] = ['article', 'signed', 'in_force', 'beyond_text'];

function textsOf(subjects: readonly CompareSubject[], nameOf: NameOf | undefined): readonly ComparedText[] {
  const [first, ...others] = subjects;
  if (first === undefined) return [];
  const base = textOf(first);
  const undated = (treaty: Treaty): Treaty => ({ ...treaty, parties: treaty.parties.map((party) => ({ ...party, from: base.signed })) });
  return others.map((one, i) => {
    const text = textOf(one);
    const changes = rankChanges(undated(base), undated(alignClauses(base, text)), nameOf);
    return { subject: i + 1, changes: text.id === base.id ? changes : changes.filter(({ path }) => !OF_ITS_OWN.includes(path.at(-1))) };
  });
}

function comparedSubject({ label, prepared }: CompareSubject): ComparedSubject {
  const { subject, options, inForce, members, asked, notAsked } = prepared;
  return {
    label,
    treaty: subject.treaty.id,
    date: options.date,
    form: formName(options.form),
    ...(options.gone !== undefined && { without: options.gone }),
    inForce,
    members,
    contingencies: asked.map(({ contingency }) => contingency.id),
    notAsked,
  };
}

function rowsOf(numbers: readonly SubjectNumbers[], done: number): readonly ComparedRow[] {
  const quantities = new Map(numbers.flatMap((one) => one.quantities.map((quantity) => [quantity.id, quantity] as const)));
  const interval = (value: number, drawn: Float64Array): Interval => intervalOf(value, done === 0 ? undefined : drawn);
  return [...quantities.values()].map((quantity): ComparedRow => {
    const [base, ...others] = numbers.map((one) => one.numbers.get(quantity.id));
    const shown = (one: typeof base): Interval | null => (one === undefined ? null : interval(one.value, one.drawn));
    const less = (one: typeof base): Interval | null =>
      base === undefined || one === undefined
        ? null
        : interval(
            one.value - base.value,
            one.drawn.map((value, draw) => value - (base.drawn[draw] ?? Number.NaN)),
          );
    return { ...quantity, values: [shown(base), ...others.map(shown)], differences: [null, ...others.map(less)] };
  });
}

function comparisonOf(
  subjects: readonly CompareSubject[],
  numbers: readonly SubjectNumbers[],
  texts: readonly ComparedText[],
  { done, draws, seed }: { readonly done: number; readonly draws: number; readonly seed: number },
): Comparison {
  const all = rowsOf(numbers, done);
  const first = subjects[0]?.prepared;
  return {
    subjects: subjects.map(comparedSubject),
    rows: [...all.filter(({ contingency, state }) => contingency === undefined && state === undefined), ...all.filter(({ state }) => state !== undefined)],
    cases: all.filter(({ contingency, values }) => contingency !== undefined && values.every((value) => value !== null)),
    texts,
    draws: done,
    ...(done < draws && { stoppedOf: draws }),
    seed,
    converged: subjects.every(({ prepared }) => prepared.solved.every((worlds) => worlds.with.solution.converged && worlds.without.solution.converged)),
    method: `Each subject assessed by itself, in draws common to all; a difference is taken draw by draw${done === 0 ? '; nothing was drawn' : ''}`,
    versions: { facts: first?.subject.facts.version ?? '', parameters: first?.parameters.made.date ?? '' },
  };
}

import { didYouMean, idsNear } from './did-you-mean.ts';
import { measures } from './measures/index.ts';
import type { Facts, Measure, Measured, Question, QuestionFlag } from './measures/define.ts';
import { UserError } from './user-error.ts';

/** Measures that people look for here and that have a verb of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  similarity: 'foedus similarity --year 1914',
  network: 'foedus network --year 1914',
  'structural-balance': 'foedus network --year 1914 --negative rivalry',
};

/** Every measure with one line each. */
export const listMeasures = (): readonly { readonly name: string; readonly title: string }[] => measures.map(({ name, title }) => ({ name, title }));

/** A measure by its name. @throws {UserError} naming the nearest ones where there is none */
function measureNamed(name: string): Measure {
  const measure = measures.find((one) => one.name === name);
  if (measure !== undefined) return measure;
  const elsewhere = ELSEWHERE[name];
  if (elsewhere !== undefined) throw new UserError(`${name} has a verb of its own: '${elsewhere}'.`);
  const near = idsNear(
    name,
    measures.map(({ name: id, title }): readonly [string, string] => [id, title]),
  );
  throw new UserError(`there is no measure '${name}'. ${didYouMean(near, `The measures are: ${measures.map(({ name: id }) => id).join(', ')}.`)}`);
}

/** The parts of a question that are given, by the flag that gives them. */
function given({ states, without, ...rest }: Question): readonly QuestionFlag[] {
  const single = (['years', 'input', 'weights', 'quota', 'gamma', 'honor', 'threat'] as const).filter((flag) => rest[flag] !== undefined);
  return [...(states.length > 0 ? (['state'] as const) : []), ...(without.length > 0 ? (['without'] as const) : []), ...single];
}

/** The parts of a question as the flags that give them. */
const FLAGS: Readonly<Record<QuestionFlag, string>> = {
  state: '--state',
  without: '--without',
  years: '--year or --years',
  input: '--input',
  weights: '--weights',
  quota: '--quota',
  gamma: '--gamma',
  honor: '--honor',
  threat: '--threat',
};

/** Numbers of one's own stand in place of the record. */
const OWN: readonly QuestionFlag[] = ['input', 'weights'];
const OF_THE_RECORD: readonly QuestionFlag[] = ['state', 'without', 'years'];

/**
 * A measure by its name, of the record or of numbers given.
 * @throws {UserError} where there is no such measure, it does not take what was given, or the store lacks what it reads
 */
export async function runMeasure(name: string, question: Question, facts: Facts): Promise<Measured> {
  const measure = measureNamed(name);
  const flags = given(question);
  const refused = flags.find((flag) => !measure.takes.includes(flag));
  if (refused !== undefined)
    throw new UserError(`measure ${name} takes no ${FLAGS[refused]}.`, [`It takes: ${measure.takes.map((flag) => FLAGS[flag]).join(', ')}.`]);
  const own = flags.filter((flag) => OWN.includes(flag));
  const [first, second] = [...own, ...(own.length > 0 ? flags.filter((flag) => OF_THE_RECORD.includes(flag)) : [])];
  if (first !== undefined && second !== undefined) throw new UserError(`${FLAGS[first]} and ${FLAGS[second]} do not go together: give one.`);
  return measure.run(question, facts);
}

import { formName } from '../core/explore/compare.ts';
import { sensitivity, type Sensitivity } from '../core/explore/sensitivity/sensitivity.ts';
import { turnsInWords } from '../explain/turns.ts';
import { prepareRequest, type AssessRequest } from './assess.ts';
import { runSteps } from './run-steps.ts';
import { UserError } from './user-error.ts';

/** What `foedus sensitivity` asks: an assessment, and which of its answers. */
export interface SensitivityRequest extends Omit<AssessRequest, 'draws' | 'influence' | 'threads' | 'onProgress'> {
  /** `spared`, `net:USA`. */
  readonly of: string;
  /** Of whose answer the first's is less; asked as the first is. */
  readonly against?: AssessRequest['treaty'];
  /** Rows of the Sobol design; 0 for none. */
  readonly samples: number;
  /** The value at which the answer turns. */
  readonly threshold?: number;
  readonly onProgress?: (done: number, total: number, part: string) => void;
}

/** What an answer hangs on, and of what it is one. */
export interface SensitivityFound extends Sensitivity {
  readonly treaty: string;
  readonly against?: string;
  readonly date: string;
  readonly form: string;
  readonly contingencies: readonly string[];
  readonly set: Readonly<Record<string, number>>;
  /** "The answer turns when …", one sentence for each assumption that turns it. */
  readonly sentences: readonly string[];
  readonly samples: number;
  readonly seed: number;
  readonly converged: boolean;
  readonly method: string;
  readonly versions: { readonly facts: string; readonly parameters: string };
}

const METHOD =
  "One at a time: each assumption at the ends of its 90 % range, all others central. Break-even by Brent's method on brackets, twice as far out as the range. Sobol: Saltelli and others (2010) for first order, Jansen (1999) for total, parameters on a shifted Sobol sequence, those estimated together as one group; 90 % by the bootstrap over rows";

/**
 * What an answer of an assessment hangs on; stopped, it holds what was finished.
 * @throws {UserError} where something named does not exist, nothing can be assessed on the date, or the answer has no value
 */
export async function sensitivityOf({ of, against, samples, threshold, onProgress, ...asked }: SensitivityRequest): Promise<SensitivityFound> {
  const question = { ...asked, draws: 0 };
  const { prepared } = await prepareRequest(question);
  const other = against === undefined ? undefined : (await prepareRequest({ ...question, treaty: against })).prepared;
  const { signal, seed } = asked;
  const options = { samples, seed, ...(threshold !== undefined && { threshold }), ...(signal !== undefined && { cancel: signal }) };
  try {
    const found = await runSteps(sensitivity(of, options, prepared, other), onProgress);
    return {
      treaty: prepared.subject.treaty.id,
      ...(against !== undefined && { against: against.id }),
      date: asked.date,
      form: formName(asked.form),
      contingencies: prepared.asked.map(({ contingency }) => contingency.id),
      set: asked.set ?? {},
      ...found,
      sentences: turnsInWords(found),
      samples,
      seed,
      converged: [prepared, ...(other === undefined ? [] : [other])].every(({ solved }) =>
        solved.every((worlds) => worlds.with.solution.converged && worlds.without.solution.converged),
      ),
      method: METHOD,
      versions: { facts: prepared.subject.facts.version, parameters: prepared.parameters.made.date },
    };
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`--of: ${error.message}.`, [], { cause: error });
    throw error;
  }
}

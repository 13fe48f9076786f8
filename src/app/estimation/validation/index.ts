import { UserError } from '../../user-error.ts';
import { withRecord, type RecordRequest } from '../report.ts';
import type { EstimationContext } from '../section.ts';
import type { Validation } from './validation.ts';

interface Question {
  readonly id: string;
  readonly answer: () => Promise<(context: EstimationContext) => Promise<Validation>>;
}

/** What is predicted, in the order of the chain. */
const questions: readonly Question[] = [
  { id: 'onset', answer: async () => (await import('./pairs.ts')).validateOnset },
  { id: 'initiation', answer: async () => (await import('./pairs.ts')).validateInitiation },
  { id: 'joining', answer: async () => (await import('./joining.ts')).validateJoining },
  { id: 'exit', answer: async () => (await import('./exit.ts')).validateExit },
  { id: 'spending', answer: async () => (await import('./spending.ts')).validateShares },
];

/** Names of the questions. */
const VALIDATED: readonly string[] = questions.map(({ id }) => id);

/** Tests the questions named, or all, on rows that models were not fitted to. @throws {UserError} where one is unknown, or the store lacks what it rests on */
export function validate(names: readonly string[], request: RecordRequest): Promise<readonly Validation[]> {
  const unknown = names.find((name) => !VALIDATED.includes(name));
  if (unknown !== undefined) throw new UserError(`--section '${unknown}': expected ${VALIDATED.join(', ')}.`);
  return withRecord(request, async (context) => {
    const found: Validation[] = [];
    for (const { id, answer } of questions) if (names.length === 0 || names.includes(id)) found.push(await (await answer())(context));
    return found;
  });
}

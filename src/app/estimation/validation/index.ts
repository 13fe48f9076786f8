import { UserError } from '../../user-error.ts';
import { withRecord, type RecordRequest } from '../report.ts';
import { validationRecord, type ValidationRecord } from './record.ts';
import type { Validation } from './validation.ts';

interface Question {
  readonly id: string;
  readonly answer: () => Promise<(record: ValidationRecord) => Promise<Validation>>;
}

/** What is predicted, in the order of the chain. */
const questions: readonly Question[] = [
  { id: 'onset', answer: async () => (await import('./pairs.ts')).validateOnset },
  { id: 'initiation', answer: async () => (await import('./pairs.ts')).validateInitiation },
  { id: 'joining', answer: async () => (await import('./joining.ts')).validateJoining },
  {
    id: 'exit',
    answer: async () => {
      const { validateExit } = await import('./exit.ts');
      return ({ context }) => validateExit(context);
    },
  },
  {
    id: 'spending',
    answer: async () => {
      const { validateShares } = await import('./spending.ts');
      return ({ context }) => validateShares(context);
    },
  },
];

/** Names of the questions. */
const VALIDATED: readonly string[] = questions.map(({ id }) => id);

/** Tests the questions named, or all, on rows that models were not fitted to. @throws {UserError} where one is unknown, or the store lacks what it rests on */
export function validate(names: readonly string[], request: RecordRequest): Promise<readonly Validation[]> {
  const unknown = names.find((name) => !VALIDATED.includes(name));
  if (unknown !== undefined) throw new UserError(`--section '${unknown}': expected ${VALIDATED.join(', ')}.`);
  return withRecord(request, async (context) => {
    const record = validationRecord(context);
    const found: Validation[] = [];
    for (const { id, answer } of questions) if (names.length === 0 || names.includes(id)) found.push(await (await answer())(record));
    return found;
  });
}

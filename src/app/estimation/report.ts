import { EstimateError } from '../../core/estimate/estimate-error.ts';
import type { Parameters } from '../../core/facts/parameters.ts';
import { DataError } from '../../data/data-error.ts';
import { loadCatalog } from '../load-catalog.ts';
import { UserError } from '../user-error.ts';
import { usingStore } from '../with-store.ts';
import { worldOf } from '../world.ts';
import type { EstimationContext, Section } from './section.ts';

type Answer<T> = (context: EstimationContext) => Promise<T>;

/** A question put to the record: `id` is the name that --section takes. */
interface Question {
  readonly id: string;
  readonly title: string;
  readonly answer: () => Promise<Answer<Section>>;
}

/** A file of `catalog/parameters/` and what makes it. */
interface ParameterSet {
  readonly id: string;
  readonly file: string;
  readonly estimate: () => Promise<Answer<Parameters>>;
}

/** Every question of `foedus fit --report`, in the order of the chain. */
export const questions: readonly Question[] = [
  { id: 'spending', title: 'Spending: who answers what allies spend', answer: async () => (await import('./spending/spending.ts')).spendingSection },
  { id: 'joining', title: 'Who joins, promised or not', answer: async () => (await import('./joining/rates.ts')).joiningRatesSection },
  { id: 'deterrence', title: 'Whether promises of defense deter', answer: async () => (await import('./deterrence/deterrence.ts')).deterrenceSection },
  { id: 'crisis', title: 'The crisis game from its last move up', answer: async () => (await import('./crisis/crisis.ts')).crisisSection },
  { id: 'reliability', title: 'Whether commitments are honored in war', answer: async () => (await import('./reliability/reliability.ts')).reliabilitySection },
  { id: 'exit', title: 'How alliances end', answer: async () => (await import('./exit/exit.ts')).exitSection },
];

/** Every set of parameters that `foedus fit --parameters` estimates. */
export const parameterSets: readonly ParameterSet[] = [
  { id: 'crisis', file: 'crisis.json', estimate: async () => (await import('./crisis/parameters.ts')).estimateCrisis },
  { id: 'exit', file: 'survival.json', estimate: async () => (await import('./exit/parameters.ts')).estimateExit },
  { id: 'spending', file: 'spending.json', estimate: async () => (await import('./spending/spending.ts')).estimateSpending },
  { id: 'decades', file: 'decades.json', estimate: async () => (await import('../decades/parameters.ts')).estimateDecades },
];

export interface RecordRequest extends Omit<EstimationContext, 'store' | 'catalog' | 'world'> {
  /** Folder of the store. */
  readonly folder: string;
}

/**
 * Answers the questions named, or all. Of all, those that the store lacks data for are left unanswered, and say what they lack.
 * @throws {UserError} where one is unknown
 * @throws {DataError} where the store lacks what one that is named rests on, or what they all do
 */
export function reportOf(names: readonly string[], request: RecordRequest): Promise<readonly Section[]> {
  const asked = names.length === 0 ? questions : names.map((name) => named(questions, name, '--section'));
  return withRecord(request, async (context) => {
    const sections: Section[] = [];
    let lacking: DataError | undefined;
    for (const { id, title, answer } of asked) {
      try {
        sections.push(await (await answer())(context));
      } catch (error) {
        if (names.length > 0 || !(error instanceof DataError)) throw error;
        lacking ??= error;
        sections.push({ id, title, method: 'Not answered.', facts: [], tables: [], data: [], notes: [error.message, ...error.detail] });
      }
    }
    if (lacking !== undefined && sections.every(({ data }) => data.length === 0)) throw lacking;
    return sections;
  });
}

/** Estimates a set of parameters. @throws {UserError} where it is unknown, or the store lacks what it rests on */
export function parametersFrom(name: string, request: RecordRequest): Promise<Parameters> {
  const { estimate } = named(parameterSets, name, '--parameters');
  return withRecord(request, async (context) => (await estimate())(context));
}

/** A file of parameters as the catalog holds it. */
export function parametersText(parameters: Parameters): string {
  return `${JSON.stringify(parameters, null, 2)}\n`;
}

function named<T extends { readonly id: string }>(all: readonly T[], name: string, flag: string): T {
  const found = all.find(({ id }) => id === name);
  if (found === undefined) throw new UserError(`${flag} '${name}': expected ${all.map(({ id }) => id).join(', ')}.`);
  return found;
}

/** Opens the store and does some work on the record in it. @throws {UserError} where the data do not allow it */
export async function withRecord<T>({ folder, ...rest }: RecordRequest, work: Answer<T>): Promise<T> {
  const catalog = loadCatalog();
  const world = worldOf(catalog);
  try {
    return await usingStore(folder, (store) => work({ store, catalog, world, ...rest }));
  } catch (error) {
    if (error instanceof EstimateError) throw new UserError(error.message, error.detail, { cause: error });
    throw error;
  }
}

import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../../data/store/ledger.ts';
import { readLedger } from '../../data/store/ledger.ts';
import { loadCatalog } from '../load-catalog.ts';
import type { Study, StudyVerb } from './schema.ts';

/** What a study rests on: the catalog's version, and the versions and hashes of data in the store. */
export interface Ground {
  readonly catalog: string;
  readonly data: NonNullable<Study['data']>;
}

/** One thing that is not as the study recorded it. */
export interface Difference {
  readonly what: 'catalog' | 'data' | 'treaty';
  /** The source, or the treaty's file; empty for the catalog. */
  readonly name: string;
  readonly recorded: string;
  /** What stands here; null where nothing does. */
  readonly here: string | null;
  /** One sentence. */
  readonly sentence: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of the text of a treaty. */
export const treatyHash = sha256;

/** Verbs that read the store. */
const READ_STORE: readonly StudyVerb[] = ['assess', 'validate', 'panel', 'measure', 'similarity', 'network'];

/** Whether a study can read data of the store at all. */
export const readsStore = ({ verbs }: Pick<Study, 'verbs'>): boolean =>
  verbs.some(
    ({ verb, arguments: words = [], flags = {} }) =>
      READ_STORE.includes(verb) ||
      (verb === 'history' && words[0] === 'disputes') ||
      (verb === 'fit' && ('report' in flags || 'parameters' in flags)) ||
      [...words, ...Object.values(flags).flat()].some((one) => String(one).startsWith('atop:')),
  );

/** A hash over the tables of a source: the same tables in any order give the same. */
const entryHash = ({ tables }: LedgerEntry): string =>
  sha256(
    tables
      .map(({ table, sha256: hash }) => `${table} ${hash}\n`)
      .sort()
      .join(''),
  );

/** What stands in a workspace now: of each source the version that is used. */
export function groundOf(workspace: string): Ground {
  const { entries } = readLedger(workspace);
  const used = new Map(entries.map((entry) => [entry.source, entry]));
  return {
    catalog: loadCatalog().version,
    data: [...used.values()]
      .toSorted((a, b) => (a.source < b.source ? -1 : 1))
      .map((entry) => ({ source: entry.source, version: entry.version, sha256: entryHash(entry) })),
  };
}

/** Every file that a study holds in full. */
export const heldFiles = ({ treaties = [], files = [] }: Study): NonNullable<Study['files']> => [...treaties, ...files];

/** What is not as the study recorded it; empty where all of it stands, or nothing was recorded. */
export function differencesFrom(study: Study, ground: Ground): readonly Difference[] {
  const found: Difference[] = [];
  if (study.catalog !== undefined && study.catalog !== ground.catalog) {
    found.push({
      what: 'catalog',
      name: '',
      recorded: study.catalog,
      here: ground.catalog,
      sentence: `The catalog is version ${ground.catalog}; the study rests on ${study.catalog}.`,
    });
  }
  for (const { source, version, sha256: recorded } of study.data ?? []) {
    const held = ground.data.find((one) => one.source === source);
    if (held?.sha256 === recorded) continue;
    const sentence =
      held === undefined
        ? `${source} ${version} is not in the store.`
        : held.version === version
          ? `${source} ${version} in the store is not the data the study rests on: its hash is ${held.sha256.slice(0, 12)}, not ${recorded.slice(0, 12)}.`
          : `${source} is version ${held.version} in the store; the study rests on ${version}.`;
    found.push({ what: 'data', name: source, recorded, here: held?.sha256 ?? null, sentence });
  }
  for (const { file, sha256: recorded, text } of heldFiles(study)) {
    const here = treatyHash(text);
    if (recorded === undefined || recorded === here) continue;
    found.push({ what: 'treaty', name: file, recorded, here, sentence: `The text of ${file} was changed after the study was sealed.` });
  }
  return found;
}

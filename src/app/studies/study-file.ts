import { stringify } from 'yaml';
import * as z from 'zod';
import { loadYaml } from '../../core/treaty/parse.ts';
import { LIMITS } from '../../core/treaty/limits.ts';
import { readYaml } from '../read-yaml.ts';
import { faultsError, UserError } from '../user-error.ts';
import { STUDY_FORMAT, studySchema, type Study } from './schema.ts';

/** A study may hold treaties in full. */
export const STUDY_BYTES = 8 * 1024 * 1024;
const STUDY_LIMITS = { bytes: STUDY_BYTES };

/**
 * A study as it stands in a file.
 * @param name of the file, for errors
 * @throws {UserError} with line and column of each fault, or with what to install where a newer foedus wrote it
 */
export function readStudy(text: string, name: string): Study {
  const loaded = loadYaml(text, name, { ...LIMITS, ...STUDY_LIMITS });
  const head = z.object({ format: z.number() }).safeParse(loaded.ok ? loaded.value : undefined);
  if (head.success && head.data.format > STUDY_FORMAT) {
    throw new UserError(`${name}: is a study of format ${head.data.format}, which a newer foedus wrote.`, [
      'Install the newest version: npm install foedus@latest',
    ]);
  }
  const result = readYaml(text, name, studySchema, STUDY_LIMITS);
  if (!result.ok) throw faultsError(result.faults, `${name}: is no study`);
  return result.value;
}

const KEYS = [
  'format',
  'title',
  'notes',
  'date',
  'view',
  'settings',
  'seed',
  'foedus',
  'catalog',
  'data',
  'treaties',
  'files',
  'verbs',
] as const satisfies readonly (keyof Study)[];

/** A study as the text of its file: keys in one order, so that the same study is the same text. */
export function studyText(study: Study): string {
  const ordered = Object.fromEntries(KEYS.flatMap((key) => (study[key] === undefined ? [] : [[key, study[key]]])));
  return stringify(ordered, { lineWidth: 0, blockQuote: 'literal', version: '1.2' });
}

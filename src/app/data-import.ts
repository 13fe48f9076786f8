import { importFrom, type ImportOptions, type ImportReport } from '../data/import/import.ts';
import { importSynthetic } from '../data/synthetic/import-synthetic.ts';
import { sources } from '../data/sources/index.ts';
import { asUser } from './with-store.ts';

export type { ImportReport } from '../data/import/import.ts';

/**
 * Imports what a folder holds of the sources foedus reads.
 * @throws {UserError} where the folder or the store cannot be used; a faulty file is reported instead
 */
export function importFolder(workspace: string, from: string, options: ImportOptions = {}): Promise<ImportReport> {
  return asUser(() => importFrom(workspace, from, options));
}

/**
 * Fills a store with the synthetic world of a seed.
 * @throws {UserError} where the store holds published data or cannot be used
 */
export function importMadeUp(workspace: string, seed: number, options: ImportOptions = {}): Promise<ImportReport> {
  return asUser(() => importSynthetic(workspace, seed, options));
}

/** The terms of sources, each text once, with the sources it is of. */
export function termsOf(ids: readonly string[]): readonly { readonly sources: readonly string[]; readonly text: string }[] {
  const byText = new Map<string, string[]>();
  for (const { id, terms } of sources.filter((source) => ids.includes(source.id))) byText.set(terms.text, [...(byText.get(terms.text) ?? []), id]);
  return [...byText].map(([text, of]) => ({ sources: of, text }));
}

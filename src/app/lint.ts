import { readLintConfig } from '../core/lint/config.ts';
import { applyFixes } from '../core/lint/edits.ts';
import { lintSources, type LintResult, type LintSource } from '../core/lint/lint.ts';
import type { IsoDate } from '../core/states/types.ts';
import type { World } from '../core/states/world.ts';
import { parseTreaty } from '../core/treaty/parse.ts';
import { catalogFiles } from './own-catalog.ts';
import type { Config } from './config.ts';
import { readText, treatyFilesIn, writeAtomically } from './files.ts';
import { located } from './read-yaml.ts';
import { UserError } from './user-error.ts';

export interface LintRequest {
  readonly world: World;
  readonly config: Config;
  /** Judge the rules across treaties on this day alone. */
  readonly date?: IsoDate;
  /** Hold the files against the catalog's treaties too, on `date`, else on the day the first of them enters into force. */
  readonly againstCatalog?: boolean;
}

export interface LintReport extends LintResult {
  /** Text of every file linted, by its name. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads files and the files of directories.
 * @throws {UserError} where one cannot be read
 */
export function readSources(names: readonly string[], cwd: string): readonly LintSource[] {
  return treatyFilesIn(names, cwd).map((file) => ({ file, text: readText(file, cwd) }));
}

/**
 * What the rules find in treaty files. A file that does not parse is a finding, not a fault of the run.
 * @throws {UserError} where the settings name a rule there is not
 */
export function lintFiles(sources: readonly LintSource[], { world, config: { file }, date, againstCatalog = false }: LintRequest): LintReport {
  const { config, diagnostics: faults } = file === undefined ? { config: {}, diagnostics: [] } : readLintConfig(file.text, file.name);
  const [fault, ...more] = faults.map((one) => located(one, file?.text ?? ''));
  if (fault !== undefined) throw new UserError(fault, more);
  const texts = new Map(sources.map((source) => [source.file, source.text]));
  const others = againstCatalog ? strangers(sources) : [];
  const day = date ?? (againstCatalog ? firstDay(sources) : undefined);
  const beside = others.flatMap(({ text, file: name }) => {
    const result = parseTreaty(text, name);
    return result.ok ? [result.parsed] : [];
  });
  for (const { file: name, text } of others) texts.set(name, text);
  return { ...lintSources(sources, { world, config, beside, ...(day !== undefined && { date: day }) }), texts };
}

/** The catalog's treaties, those left out whose id one of ours has. */
function strangers(sources: readonly LintSource[]): readonly LintSource[] {
  const own = new Set(sources.flatMap(({ file, text }) => idsOf(text, file)));
  return catalogFiles('treaties').filter(({ file }) => !own.has(file.replace(/^.*\/|\.yaml$/g, '')));
}

function idsOf(text: string, file: string): string[] {
  const result = parseTreaty(text, file);
  return result.ok ? [result.parsed.treaty.id] : [];
}

function firstDay(sources: readonly LintSource[]): IsoDate | undefined {
  for (const { file, text } of sources) {
    const result = parseTreaty(text, file);
    if (result.ok) return result.parsed.treaty.in_force;
  }
  return undefined;
}

/** Applies the fixes the findings propose; returns the names of the files changed, each replaced whole. */
export function fixFiles({ diagnostics, texts }: LintReport, sources: readonly LintSource[], cwd: string): readonly string[] {
  return sources.flatMap(({ file }) => {
    const text = texts.get(file) ?? '';
    const fixed = applyFixes(
      text,
      diagnostics.filter((one) => one.file === file),
    );
    if (fixed === text) return [];
    writeAtomically(file, cwd, fixed);
    return [file];
  });
}

import type { Catalog } from '../core/catalog.ts';
import { readLintConfig } from '../core/lint/config.ts';
import { applyFixes } from '../core/lint/edits.ts';
import { lintSources, type LintResult, type LintSource } from '../core/lint/lint.ts';
import type { IsoDate } from '../core/states/types.ts';
import type { World } from '../core/states/world.ts';
import { parseTreaty, type ParsedTreaty } from '../core/treaty/parse.ts';
import { isAtopReference } from './atop-reference.ts';
import { catalogFiles } from './own-catalog.ts';
import type { Config } from './config.ts';
import { recodedIn } from './find-treaty.ts';
import { readText, treatyFilesIn, writeAtomically } from './files.ts';
import { located } from './read-yaml.ts';
import { UserError } from './user-error.ts';
import type { Workplace } from './workplace.ts';

export interface LintRequest {
  readonly world: World;
  readonly config: Config;
  /** Judge the rules across treaties on this day alone. */
  readonly date?: IsoDate;
  /** Hold the files against the catalog's treaties too, on `date`, else on the day the first of them enters into force. */
  readonly againstCatalog?: boolean;
  /** Judge each file by itself: the rules across treaties are left out. */
  readonly each?: boolean;
}

export interface LintReport extends LintResult {
  /** Text of every file linted, by its name. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads files, the files of directories, and alliances of ATOP as the files that would hold them.
 * @throws {UserError} where one cannot be read
 */
export async function readSources(names: readonly string[], catalog: Catalog, where: Workplace): Promise<readonly LintSource[]> {
  const files = names.filter((name) => !isAtopReference(name));
  const sources: LintSource[] = files.length === 0 ? [] : treatyFilesIn(files, where.cwd).map((file) => ({ file, text: readText(file, where.cwd) }));
  for (const name of names.filter(isAtopReference)) {
    const [{ atopTreatiesNamed }, { treatyText }] = await Promise.all([import('./atop.ts'), import('../core/treaty/write.ts')]);
    for (const treaty of await atopTreatiesNamed(name, catalog, where)) sources.push({ file: `${treaty.id}.yaml`, text: treatyText(treaty) });
  }
  return sources;
}

/**
 * What the rules find in treaty files. A file that does not parse is a finding, not a fault of the run.
 * @throws {UserError} where the settings name a rule there is not
 */
export function lintFiles(sources: readonly LintSource[], { world, config: { file }, date, againstCatalog = false, each = false }: LintRequest): LintReport {
  const { config, diagnostics: faults } = file === undefined ? { config: {}, diagnostics: [] } : readLintConfig(file.text, file.name);
  const [fault, ...more] = faults.map((one) => located(one, file?.text ?? ''));
  if (fault !== undefined) throw new UserError(fault, more);
  const texts = new Map(sources.map((source) => [source.file, source.text]));
  const beside = againstCatalog ? strangers(sources) : [];
  const day = date ?? (againstCatalog ? firstDay(sources) : undefined);
  for (const { file: name, text } of beside) texts.set(name, text);
  const options = { world, config, beside, ...(day !== undefined && { date: day }) };
  if (!each) return { ...lintSources(sources, options), texts };
  const results = sources.map((source) => lintSources([source], { world, config }));
  return { diagnostics: results.flatMap(({ diagnostics }) => diagnostics), suppressed: results.flatMap(({ suppressed }) => suppressed), texts };
}

/** The catalog's treaties, those left out whose id one of ours has, or of which one of ours is ATOP's coding. */
function strangers(sources: readonly LintSource[]): readonly ParsedTreaty[] {
  const own = parsedOf(sources).map(({ treaty }) => treaty);
  const ids = new Set(own.map(({ id }) => id));
  const recoded = recodedIn(own);
  const others = catalogFiles('treaties').filter(({ file }) => !ids.has(file.replace(/^.*\/|\.yaml$/g, '')));
  return parsedOf(others).filter(({ treaty: { atop } }) => atop === undefined || !recoded.has(atop));
}

function parsedOf(sources: readonly LintSource[]): readonly ParsedTreaty[] {
  return sources.flatMap(({ file, text }) => {
    const result = parseTreaty(text, file);
    return result.ok ? [result.parsed] : [];
  });
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

/** Runs the rules over treaties. */
import type { Diagnostic, Path, Range, Severity } from '../diagnostics.ts';
import { positionAt } from '../diagnostics.ts';
import type { IsoDate } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { compareText } from '../text/compare.ts';
import { parseTreaty, type ParsedTreaty } from '../treaty/parse.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { Suppression } from '../treaty/scan.ts';
import { suppressionsIn } from '../treaty/scan.ts';
import { clausesOf } from './clauses.ts';
import { severityOf, unknownRule, type LintConfig } from './config.ts';
import { portfolioContext } from './portfolio-context.ts';
import { ruleIds, rules } from './registry.ts';
import type { CommentRule, Finding, PlacedTreaty, PortfolioRule, TreatyRule } from './rule.ts';
import { suppressionUnknownRule } from './rules/suppression-unknown-rule.ts';
import { suppressionUnused } from './rules/suppression-unused.ts';

export interface LintOptions {
  readonly world: World;
  readonly config?: LintConfig;
  /** Judge the portfolio rules on this day alone; on every day on which the set of treaties changes when left out. */
  readonly date?: IsoDate;
  /** Further treaties, for the portfolio rules alone; nothing is reported in them. */
  readonly beside?: readonly PlacedTreaty[];
}

export interface Suppressed {
  readonly diagnostic: Diagnostic;
  /** As the comment gives it. */
  readonly reason: string;
}

export interface LintResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that a comment with a reason switched off. */
  readonly suppressed: readonly Suppressed[];
}

export interface LintSource {
  readonly file: string;
  readonly text: string;
}

/** A treaty known without its file, to be held beside others. */
export function withoutPlace(treaty: Treaty): PlacedTreaty {
  const nowhere: Range = { start: 0, end: 0 };
  return { file: `${treaty.id}.yaml`, treaty, rangeOf: () => nowhere, keyRangeOf: () => nowhere };
}

/** Findings of the rules over parsed treaties, in the order of the files given and of their places. */
export function lintTreaties(parsed: readonly ParsedTreaty[], options: LintOptions): readonly Diagnostic[] {
  return lintParsed(parsed, options).diagnostics;
}

/**
 * Parses and lints files: what the parser found, and the rules' findings over those that parse. Never throws on a bad file.
 */
export function lintSources(sources: readonly LintSource[], options: LintOptions): LintResult {
  const results = sources.map(({ file, text }) => parseTreaty(text, file));
  const parsed = results.flatMap((result) => (result.ok ? [result.parsed] : []));
  const { diagnostics, suppressed } = lintParsed(parsed, options);
  return {
    diagnostics: inOrder(
      [...results.flatMap((result) => result.diagnostics), ...diagnostics],
      sources.map(({ file }) => file),
    ),
    suppressed,
  };
}

/** As `lintTreaties`, with the findings that comments switched off. */
export function lintParsed(parsed: readonly ParsedTreaty[], { world, config = {}, date, beside = [] }: LintOptions): LintResult {
  const found: Diagnostic[] = [];
  const treatyRules = active<TreatyRule>(
    rules.filter((rule) => rule.scope === 'treaty'),
    config,
  );
  for (const file of parsed) {
    const context = { parsed: file, treaty: file.treaty, world, clauses: clausesOf(file.treaty) };
    for (const { rule, severity } of treatyRules) {
      for (const finding of rule.check(context)) found.push(diagnosticOf(rule.id, severity, finding, file, parsed));
    }
  }
  const portfolioRules = active<PortfolioRule>(
    rules.filter((rule) => rule.scope === 'portfolio'),
    config,
  );
  const all = [...parsed, ...beside];
  if (portfolioRules.length > 0 && all.length > 1) {
    const context = portfolioContext(parsed, beside, world, date);
    for (const { rule, severity } of portfolioRules) {
      for (const finding of rule.check(context)) {
        const file = parsed.find((one) => one.file === finding.file);
        if (file !== undefined) found.push(diagnosticOf(rule.id, severity, finding, file, all));
      }
    }
  }
  const { standing, suppressed } = suppress(distinct(found), parsed, config);
  return {
    diagnostics: inOrder(
      standing,
      parsed.map(({ file }) => file),
    ),
    suppressed,
  };
}

function active<R extends TreatyRule | PortfolioRule>(list: readonly R[], config: LintConfig): readonly { readonly rule: R; readonly severity: Severity }[] {
  return list.flatMap((rule) => {
    const severity = severityOf(rule, config);
    return severity === undefined ? [] : [{ rule, severity }];
  });
}

function diagnosticOf(rule: string, severity: Severity, finding: Finding, file: PlacedTreaty, all: readonly PlacedTreaty[]): Diagnostic {
  const { at, key, message, clause, related, fix, suggestions = [] } = finding;
  return {
    rule,
    severity,
    message,
    file: file.file,
    range: placeOf(file, at, key),
    path: at,
    ...(clause !== undefined && { clause }),
    ...(related !== undefined && {
      related: related.flatMap((one) => {
        const other = all.find((candidate) => candidate.file === one.file);
        return other === undefined ? [] : [{ file: one.file, range: placeOf(other, one.at), message: one.message }];
      }),
    }),
    ...(fix !== undefined && { fix }),
    ...(suggestions.length > 0 && { suggestions }),
  };
}

function placeOf(file: PlacedTreaty, at: Path, key?: true): Range {
  return key === true ? file.keyRangeOf(at) : file.rangeOf(at);
}

/** An alias repeats what its anchor says: one finding there is enough. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ rule, file, range, message }) => {
    const key = [rule, file, range.start, range.end, message].join('\n');
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): readonly Diagnostic[] {
  const rank = new Map(files.map((file, i) => [file, i]));
  const at = ({ file }: Diagnostic): number => rank.get(file) ?? files.length;
  return diagnostics.toSorted((a, b) => at(a) - at(b) || a.range.start - b.range.start || a.range.end - b.range.end || compareText(a.rule, b.rule));
}

/** Takes out what comments with a reason switch off; reports comments that switch off nothing, or a rule there is not. */
function suppress(
  found: readonly Diagnostic[],
  parsed: readonly ParsedTreaty[],
  config: LintConfig,
): { standing: readonly Diagnostic[]; suppressed: readonly Suppressed[] } {
  const suppressed: Suppressed[] = [];
  const standing: Diagnostic[] = [];
  for (const { file, text } of parsed) {
    const own = found.filter((one) => one.file === file);
    const { suppressions } = suppressionsIn(text, file);
    const used = new Set<Suppression>();
    for (const diagnostic of own) {
      const cover = suppressions.find((one) => one.reason !== '' && covers(one, diagnostic, text));
      if (cover === undefined) standing.push(diagnostic);
      else {
        used.add(cover);
        suppressed.push({ diagnostic, reason: cover.reason });
      }
    }
    for (const one of suppressions) {
      if (!ruleIds.has(one.rule)) standing.push(...meta(suppressionUnknownRule, unknownRule(one.rule), one, file, config));
      else if (one.reason !== '' && !used.has(one) && config.rules?.[one.rule] !== 'off') {
        const message = `The comment switches '${one.rule}' off, which finds nothing here: take it out`;
        standing.push(
          ...meta(suppressionUnused, message, one, file, config).map((diagnostic) => ({
            ...diagnostic,
            fix: { title: 'Take the comment out', edits: [{ range: lineOf(text, one.range), text: '' }] },
          })),
        );
      }
    }
  }
  return { standing, suppressed };
}

function covers(suppression: Suppression, { rule, range }: Diagnostic, text: string): boolean {
  if (suppression.rule !== rule) return false;
  return suppression.scope === 'file' || suppression.covers === positionAt(text, range.start).line;
}

function meta(rule: CommentRule, message: string, { range }: Suppression, file: string, config: LintConfig): readonly Diagnostic[] {
  const severity = severityOf(rule, config);
  return severity === undefined ? [] : [{ rule: rule.id, severity, message, file, range, path: [] }];
}

/** The whole line a range stands on, with its end. */
function lineOf(text: string, { start, end }: Range): Range {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next === -1 ? text.length : next + 1 };
}

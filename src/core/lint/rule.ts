import type { Fix, Path, Severity } from '../diagnostics.ts';
import type { Law } from '../law/law.ts';
import type { PortfolioConflict } from '../law/portfolio.ts';
import type { IsoDate } from '../states/types.ts';
import type { World } from '../states/world.ts';
import type { ParsedTreaty } from '../treaty/parse.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { WrittenClause } from './clauses.ts';

/** What a rule is, apart from its check. */
export interface RuleCard {
  /** `family/name`; the page is `docs/rules/family/name.md`. */
  readonly id: string;
  /** Severity unless the configuration says otherwise. `error`: cannot be executed or believed; the rest: a weak bargain. */
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  /** One paragraph: why it matters. */
  readonly rationale: string;
  /** Where that is argued or laid down. */
  readonly source: string;
}

/** One thing a rule found. What is missing is reported at the `id` of what lacks it. */
export interface Finding {
  /** Path of the value concerned. */
  readonly at: Path;
  /** Set to point at the key instead. */
  readonly key?: true;
  readonly message: string;
  readonly clause?: string;
  readonly related?: readonly { readonly file: string; readonly at: Path; readonly message: string }[];
  readonly fix?: Fix;
  /** Changes of substance that would answer it, for a person to choose from. */
  readonly suggestions?: readonly Fix[];
}

export interface TreatyContext {
  readonly parsed: ParsedTreaty;
  readonly treaty: Treaty;
  readonly world: World;
  /** The treaty's obligations, then those that amendments add. */
  readonly clauses: readonly WrittenClause[];
}

/** A treaty of a portfolio, and where its parts stand in its file. */
export type PlacedTreaty = Pick<ParsedTreaty, 'file' | 'treaty' | 'rangeOf' | 'keyRangeOf'>;

export interface PortfolioContext {
  readonly files: readonly PlacedTreaty[];
  readonly world: World;
  readonly law: Law;
  /** Days on which the set of treaties in force changes; the one day asked for, where there is one. */
  readonly dates: readonly IsoDate[];
  /**
   * Whether a pair of treaties is to be judged on the date: one of them is linted, not beside the others alone, and one turns then, as something in it
   * begins to bind. All days turn where one day is asked for.
   */
  turns(one: Treaty, other: Treaty, date: IsoDate): boolean;
  /** The file of a treaty, by its id. */
  fileOf(treaty: string): PlacedTreaty | undefined;
  /** Promises that cannot both be kept: the first finding for each pair of treaties and state. */
  conflicts(): readonly PortfolioConflict[];
}

/** A rule that sees one treaty. */
export interface TreatyRule extends RuleCard {
  readonly scope: 'treaty';
  check(context: TreatyContext): readonly Finding[];
}

/** A rule that sees every treaty given. */
export interface PortfolioRule extends RuleCard {
  readonly scope: 'portfolio';
  check(context: PortfolioContext): readonly (Finding & { readonly file: string })[];
}

/** A rule about the comments that switch rules off; the runner itself checks it. */
export interface CommentRule extends RuleCard {
  readonly scope: 'comment';
}

export type Rule = TreatyRule | PortfolioRule | CommentRule;

/** A rule that sees one treaty. */
export function defineRule(rule: Omit<TreatyRule, 'scope'>): TreatyRule {
  return { scope: 'treaty', ...rule };
}

/** A rule that sees every treaty given. */
export function definePortfolioRule(rule: Omit<PortfolioRule, 'scope'>): PortfolioRule {
  return { scope: 'portfolio', ...rule };
}

/** A rule about comments, which the runner checks. */
export function defineCommentRule(rule: RuleCard): CommentRule {
  return { scope: 'comment', ...rule };
}

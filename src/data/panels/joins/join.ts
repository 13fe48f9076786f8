/** How a source's tables attach to panels: one small record for each. What the columns hold stands in the source. */

/** A column that a panel gets. */
export interface JoinColumn {
  /** The source's column; left out: 1 where there is a row. */
  readonly from?: string;
  /** Its name in the panel, to which dyads add 1 and 2; `from` unless given. */
  readonly to?: string;
  /** Where the source's own label will not do, or `from` is left out. */
  readonly label?: string;
  /** A blank in a row of the source means 0: the table writes only what is so. */
  readonly blankIsZero?: true;
  /** Only where a row is of one state: with a side's number its name would be another column's. */
  readonly alone?: true;
}

/** When several rows of the source are of one row of the panel. */
export interface Several {
  /** The highest value of each column; the row that comes first (of spells: the earlier). */
  readonly take: 'highest' | 'first';
  /** What the audit says of the others: 'several disputes in a year: the highest value is taken'. */
  readonly words: string;
}

/** What a table of pairs says of one state: taken over its partners in the year. */
export interface OfState {
  /** The column as it stands in dyads. */
  readonly of: string;
  readonly to: string;
  readonly label: string;
  readonly take: 'highest' | 'lowest' | 'count';
  /** Counted are the partners with a value within these bounds. */
  readonly between?: readonly [number, number];
}

interface Base {
  /** Table of the source. */
  readonly table: string;
  readonly columns: readonly [JoinColumn, ...JoinColumn[]];
  readonly several: Several;
}

/** A row is of a year, or of all years from one to another (to the end of coverage, where `to` is left out): columns of years, or of dates as text. */
export type When = { readonly year: string } | { readonly from: string; readonly to?: string };

/** A table of states. */
export interface StateJoin extends Base {
  readonly of: 'states';
  /** The column that names the state, in the codes of the table. */
  readonly state: string;
  readonly when: When;
}

/** A table of pairs of states. */
export interface DyadJoin extends Base {
  readonly of: 'dyads';
  readonly states: readonly [string, string];
  readonly when: When;
  /** Whether each direction has a row of its own; else a row stands for both. */
  readonly directed: boolean;
  /**
   * Whether a value is of the first state toward the second, as a pledge is. A panel of undirected dyads then has it for
   * either (the highest), and with 1 and 2 for what each state owes the other.
   */
  readonly owed?: true;
  readonly ofState?: readonly [OfState, ...OfState[]];
}

export type Join = StateJoin | DyadJoin;

/** What one word of `--add` attaches: all joins of the kind that fits the panel's unit. */
export interface SourceJoin {
  /** `rivalry`, or `rivalry/td` where a source's tables are told apart. */
  readonly id: string;
  readonly source: string;
  readonly joins: readonly [Join, ...Join[]];
}

export const defineJoin = (join: SourceJoin): SourceJoin => join;

import type { Chart, ChartTable, Key } from '../charts/chart.ts';
import type { Why } from '../explain/why.ts';
import type { Run } from '../explain/answer.ts';

/** A figure of a brief: what it asks, what it says, how it is drawn, the same as a table, and where it comes from. */
export interface BriefFigure {
  readonly id: string;
  readonly question: string;
  readonly finding: string;
  readonly keys: readonly Key[];
  readonly note?: string;
  readonly chart: Chart;
  readonly table: ChartTable;
  /** Model or publication, and year. */
  readonly source: string;
}

/** A derivation, told in short: the numbers of the answer name it. */
export interface BriefNote {
  readonly id: string;
  readonly number: number;
  readonly why: Why;
}

/** One assumption with its range. */
export interface BriefAssumption {
  readonly name: string;
  readonly id: string;
  readonly kind: 'estimated' | 'declared';
  readonly value: string;
  readonly range: string;
  readonly basis: string;
}

/** What a number rests on, by its version. */
export interface LedgerRow {
  readonly what: string;
  readonly version: string;
  readonly from: string;
  /** Further of where it comes from: on paper there is no room for it. */
  readonly more?: string;
}

/** What a minister, a committee or a seminar reads: everything on the two pages, before it is laid out. */
export interface Brief {
  readonly treaty: string;
  readonly label: string;
  /** 2025-07-01. */
  readonly date: string;
  /** "1 July 2025". */
  readonly day: string;
  readonly title: string;
  /** "Russia attacks Estonia · land · 32 members · 1,000 draws, seed 1". */
  readonly conditions: readonly string[];
  readonly answer: readonly Run[];
  /** The clause that is put to the question, where there is one. */
  readonly clause?: { readonly text: string; readonly where: string; readonly quoted: boolean };
  readonly figures: readonly BriefFigure[];
  readonly notes: readonly BriefNote[];
  readonly assumptions: readonly BriefAssumption[];
  readonly ledger: readonly LedgerRow[];
  readonly missing: readonly string[];
  readonly limits: readonly string[];
  readonly credits: readonly string[];
}

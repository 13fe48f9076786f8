import { disc, fitted, line, words, type Chart, type ChartTable, type Key } from './chart.ts';
import { linear } from './scale.ts';
import type { Element } from './svg.ts';

/** Ranks under weights near the chosen ones. */
export interface RanksFigure {
  readonly members: readonly {
    readonly state: string;
    readonly name: string;
    readonly rank: number;
    readonly half: readonly [number, number];
    readonly most: readonly [number, number];
    /** Places up (positive) or down since the weights last moved; 0 where it kept its place. */
    readonly moved: number;
    readonly lacks: readonly string[];
  }[];
  /** The first of so many alone; every member when left out. */
  readonly shown?: number;
}

export const RANKS_KEY: readonly Key[] = [
  { mark: 'dot', text: 'rank by the weights chosen' },
  { mark: 'half', text: '50%' },
  { mark: 'whole', text: '90% of weights near them' },
];

const STEP = 22;
const sorted = ({ members }: RanksFigure): RanksFigure['members'] => members.toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
const rankText = (rank: number): string => (Number.isInteger(rank) ? String(rank) : rank.toFixed(1));
const movedText = (moved: number): string => (moved === 0 ? '' : `${moved > 0 ? '+' : '−'}${rankText(Math.abs(moved))}`);

/** A rank interval for each member: where they overlap, the order does not hold. */
export function ranksChart(data: RanksFigure, width: number): Chart {
  const all = sorted(data);
  const rows = all.slice(0, data.shown ?? all.length);
  const narrow = width < 430;
  const left = narrow ? 100 : 136;
  const right = width - 76;
  const last = Math.max(2, all.length);
  const at = linear([1, last], [left, right]);
  const ticks = [1, ...[5, 10, 15, 20, 25, 30, 40, 50].filter((tick) => tick < last - 1), last];
  const top = 22;
  const bottom = top + rows.length * STEP;
  const drawing: Element[] = [
    ...ticks.map((tick) => line(at(tick), top, at(tick), bottom, 'grid')),
    words(left, 12, 'carries most', ''),
    words(width - 40, 12, 'rank', '', 'end'),
  ];
  rows.forEach(({ name, rank, half, most, moved, lacks }, i) => {
    const y = top + i * STEP + STEP / 2;
    drawing.push(
      words(0, y + 4.5, fitted(`${name}${lacks.length > 0 ? '*' : ''}`, left - 12, 14), moved === 0 ? 'name' : 'name bold'),
      line(at(most[0]), y, at(most[1]), y, 'iv9'),
      line(at(half[0]), y, at(half[1]), y, 'iv5'),
      disc(at(rank), y, 5, 'dot'),
      words(width - 40, y + 4.5, rankText(rank), 'value', 'end'),
      words(width, y + 4.5, movedText(moved), 'strong', 'end'),
    );
  });
  drawing.push(...ticks.map((tick) => words(at(tick), bottom + 14, String(tick), 'tick', 'middle')));
  if (rows.length === all.length) return { width, height: bottom + 20, drawing, hits: [] };
  drawing.push(words(0, bottom + 36, `${all.length - rows.length} others; all are in the table`, ''));
  return { width, height: bottom + 42, drawing, hits: [] };
}

export function ranksTable(data: RanksFigure): ChartTable {
  return {
    head: ['Member', 'Rank', '90% of ranks', 'Moved', 'Without a figure'],
    rows: sorted(data).map(({ name, rank, most, moved, lacks }) => [
      name,
      rankText(rank),
      `${rankText(Math.round(most[0] * 10) / 10)} to ${rankText(Math.round(most[1] * 10) / 10)}`,
      movedText(moved),
      lacks.join(', '),
    ]),
  };
}

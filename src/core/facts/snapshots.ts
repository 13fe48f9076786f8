import { stateIdSchema } from '../treaty/schema-words.ts';

/** Share of the world's power of a state in a year of the past, estimated by us from figures printed in histories. */
export interface Snapshot {
  readonly year: number;
  readonly state: string;
  /** 0 to 1. */
  readonly share: number;
  /** Which figures were averaged. */
  readonly basis: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

const HEADER = 'year,state,share,basis,source,confidence';
const isConfidence = (text: string): text is Snapshot['confidence'] => ['high', 'medium', 'low'].includes(text);

/** `catalog/indicators/snapshots.csv`, shares in %; texts hold no comma (a semicolon stands for it). */
export function parseSnapshots(text: string, file: string): { readonly rows: readonly Snapshot[]; readonly faults: readonly string[] } {
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const rows: Snapshot[] = [];
  const faults: string[] = [];
  if (header !== HEADER) faults.push(`${file}:1: expected the header ${HEADER}`);
  lines.forEach((line, index) => {
    const cells = line.split(',');
    const [year = '', state = '', share = '', basis = '', source = '', confidence = ''] = cells;
    const fault = (what: string): void => void faults.push(`${file}:${index + 2}: ${what}`);
    if (cells.length !== 6) fault(`${cells.length} cells, expected 6`);
    else if (!/^\d{4}$/.test(year)) fault(`'${year}' is no year`);
    else if (!stateIdSchema.safeParse(state).success) fault(`'${state}' is no state id`);
    else if (!(Number(share) > 0 && Number(share) < 100)) fault(`'${share}' is no share in %`);
    else if (basis === '' || source === '') fault('a share needs its basis and source');
    else if (!isConfidence(confidence)) fault(`'${confidence}' is no confidence: high, medium or low`);
    else rows.push({ year: Number(year), state, share: Number(share) / 100, basis, source, confidence });
  });
  for (const year of new Set(rows.map((row) => row.year))) {
    const sum = rows.filter((row) => row.year === year).reduce((total, { share }) => total + share, 0);
    if (sum > 1.0001) faults.push(`${file}: the shares of ${year} sum to ${(100 * sum).toFixed(1)} %`);
  }
  return { rows, faults };
}

/** Years around a snapshot for which it may stand. */
export const SNAPSHOT_REACH = 10;

/** The snapshot taken closest to a year, no further than `reach` years: its year and shares by state. */
export function snapshotNear(
  rows: readonly Snapshot[],
  year: number,
  reach = SNAPSHOT_REACH,
): { readonly year: number; readonly rows: readonly Snapshot[] } | undefined {
  const years = [...new Set(rows.map((row) => row.year))].filter((one) => Math.abs(one - year) <= reach);
  const [nearest] = years.toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year) || b - a);
  return nearest === undefined ? undefined : { year: nearest, rows: rows.filter((row) => row.year === nearest) };
}

import type { DataSource, StoredSource } from './sources.ts';

export const FROM = 1815;
export const TO = 2030;
const WIDTH = 430;
const HEIGHT = 18;
const x = (year: number): number => ((Math.min(TO, Math.max(FROM, year)) - FROM) / (TO - FROM)) * WIDTH;

/** "1816 to 2022", or what there is to say. */
export function coverageWords(source: DataSource, stored: StoredSource | undefined): string {
  const span = storedYears(stored) ?? source.coverage ?? null;
  return span === null ? 'no years' : span[0] === span[1] ? String(span[0]) : `${span[0]} to ${span[1]}`;
}

function storedYears(stored: StoredSource | undefined): readonly [number, number] | null {
  const spans = stored?.tables.flatMap(({ years }) => (years === null ? [] : [years])) ?? [];
  return spans.length === 0 ? null : [Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last))];
}

/** Years as a bar: solid what is at hand, an outline what the source covers, hatched what is missing between. */
export function Coverage({ source, stored }: { readonly source: DataSource; readonly stored: StoredSource | undefined }) {
  const covered = source.coverage ?? null;
  const held = stored === undefined ? null : (storedYears(stored) ?? covered);
  const gaps = [...new Set(stored?.tables.flatMap((table) => table.gaps) ?? [])];
  return (
    <svg
      className="coverage"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Covers ${coverageWords(source, stored)}${gaps.length > 0 ? `; no rows in ${gaps.join(', ')}` : ''}`}
    >
      <line className="base" x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {covered ? <rect className="covered" x={x(covered[0])} y="4.5" width={Math.max(2, x(covered[1] + 1) - x(covered[0]))} height="9" /> : null}
      {held ? <rect className="held" x={x(held[0])} y="4.5" width={Math.max(2, x(held[1] + 1) - x(held[0]))} height="9" /> : null}
      {gaps.map((year) => (
        <rect key={year} className="gap" x={x(year)} y="3" width={Math.max(2, x(year + 1) - x(year))} height="12" />
      ))}
    </svg>
  );
}

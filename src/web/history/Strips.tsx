import { useWidth } from '../shell/useSize.ts';
import { FIRST_YEAR, LAST_YEAR, type YearPoint } from './useYears.ts';

interface Strip {
  readonly id: string;
  readonly title: string;
  readonly of: (point: YearPoint) => number;
  readonly shown: (value: number) => string;
}

const two = (value: number): string => (Number.isNaN(value) ? 'undefined' : value.toFixed(2));

const STRIPS: readonly Strip[] = [
  { id: 'tied', title: 'States tied', of: ({ tied }) => tied, shown: String },
  { id: 'density', title: 'Density', of: ({ density }) => density, shown: (value) => value.toFixed(3) },
  { id: 'transitivity', title: 'Transitivity', of: ({ transitivity }) => transitivity, shown: two },
  { id: 'groups', title: 'Groups', of: ({ groups }) => groups, shown: String },
];
const HEIGHT = 58;
const TOP = 8;

interface Props {
  readonly points: readonly YearPoint[];
  readonly year: number;
  readonly onYear: (year: number) => void;
}

/** Four measures through two centuries, with the year of the figure marked; a press goes to a year. */
export function Strips({ points, year, onYear }: Props) {
  return (
    <div className="strips" role="group" aria-label="Measures through time">
      {STRIPS.map((strip) => (
        <StripView key={strip.id} strip={strip} points={points} year={year} onYear={onYear} />
      ))}
    </div>
  );
}

function StripView({ strip, points, year, onYear }: Props & { readonly strip: Strip }) {
  const [box, width] = useWidth<HTMLDivElement>(220);
  const values = points.map(strip.of);
  const most = Math.max(...values.filter((value) => !Number.isNaN(value)), 1e-9);
  const x = (at: number): number => ((at - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR)) * width;
  const y = (value: number): number => HEIGHT - (value / most) * (HEIGHT - TOP);
  const now = points.find((point) => point.year === year);
  return (
    <div className="strip" ref={box}>
      <p>
        {strip.title} <b>{now === undefined ? '…' : strip.shown(strip.of(now))}</b>
      </p>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + 16}`}
        role="img"
        aria-label={`${strip.title}, ${FIRST_YEAR} to ${LAST_YEAR}; in ${year} ${now === undefined ? 'not yet computed' : strip.shown(strip.of(now))}`}
        onClick={(event) => {
          const { left } = event.currentTarget.getBoundingClientRect();
          onYear(Math.round(FIRST_YEAR + ((event.clientX - left) / width) * (LAST_YEAR - FIRST_YEAR)));
        }}
      >
        <line className="base" x1="0" x2={width} y1={HEIGHT} y2={HEIGHT} />
        <path className="line" d={pathOf(points, strip, x, y)} />
        <line className="hand" x1={x(year)} x2={x(year)} y1="2" y2={HEIGHT} />
        <text x="0" y={HEIGHT + 13}>
          {FIRST_YEAR}
        </text>
        <text x={width} y={HEIGHT + 13} textAnchor="end">
          {LAST_YEAR}
        </text>
      </svg>
    </div>
  );
}

/** A step for each year; broken where the measure is undefined. */
function pathOf(points: readonly YearPoint[], { of }: Strip, x: (at: number) => number, y: (value: number) => number): string {
  let path = '';
  let broken = true;
  for (const point of points) {
    const value = of(point);
    if (Number.isNaN(value)) broken = true;
    else {
      path += broken ? `M${x(point.year).toFixed(1)} ${y(value).toFixed(1)}` : `H${x(point.year).toFixed(1)}V${y(value).toFixed(1)}`;
      broken = false;
    }
  }
  return path;
}

import { useMemo } from 'react';
import type { Treaty } from '../../core/treaty/schema.ts';
import { membershipHeadline, membershipLines, timeAxis, yearsOf, type Stretch, type TimeAxis } from './membership.ts';

interface Props {
  readonly treaty: Treaty;
  readonly today: string;
  readonly nameOf: (state: string) => string;
}

/** Names told in a line; the table below has all. */
const NAMED = 8;
const LINES = 18;

const place = ({ from, to }: Stretch, axis: TimeAxis, today: string): { readonly left: string; readonly width: string } => {
  const part = (years: number): number => (100 * (Math.min(Math.max(years, axis.from), axis.to) - axis.from)) / (axis.to - axis.from);
  const [start, end] = [part(yearsOf(from)), part(yearsOf(to ?? today))];
  return { left: `${start}%`, width: `${Math.max(end - start, 0.6)}%` };
};

/** Who was bound when: a bar for those that came and went together. The table of parties beside it says the same. */
export function PartiesInTime({ treaty, today, nameOf }: Props) {
  const lines = useMemo(() => membershipLines(treaty), [treaty]);
  const axis = useMemo(() => timeAxis(lines, today), [lines, today]);
  if (lines.length === 0) return null;
  const headline = membershipHeadline(treaty, lines, today);
  const rests = lines.some(({ rested }) => rested.length > 0);
  return (
    <figure className="spans">
      <p className="finding">{headline}</p>
      <div role="img" aria-label={`Parties through time. ${headline}`}>
        {lines.slice(0, LINES).map(({ states, bound, rested }) => (
          <div key={states.join(' ')} className="row">
            <span className="who">
              {states.slice(0, NAMED).map(nameOf).join(', ')}
              {states.length > NAMED ? ` and ${states.length - NAMED} more` : ''}
            </span>
            <span className="track">
              {axis.ticks.map((year) => (
                <span key={year} className="year-line" style={{ left: place({ from: `${year}-01-01` }, axis, today).left }} />
              ))}
              {bound.map((one) => (
                <span key={one.from} className="spell" style={place(one, axis, today)} />
              ))}
              {rested.map((one) => (
                <span key={`rest ${one.from}`} className="rested" style={place(one, axis, today)} />
              ))}
            </span>
          </div>
        ))}
        <div className="row axis">
          <span />
          <span className="track">
            {axis.ticks.map((year) => (
              <span key={year} className="year-label" style={{ left: place({ from: `${year}-01-01` }, axis, today).left }}>
                {year}
              </span>
            ))}
          </span>
        </div>
      </div>
      <figcaption className="src">
        {lines.length > LINES ? `${lines.length - LINES} more lines are in the table. ` : ''}
        {rests ? 'Hollow: obligations rested.' : ''}
      </figcaption>
    </figure>
  );
}

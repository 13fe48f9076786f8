import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CrisisEvent } from '../../core/law/crisis-schema.ts';
import { formatDate } from '../../core/states/dates.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { useWidth } from '../shell/useSize.ts';
import { addDays, addYears, clampDate, FIRST_DAY, fromYears, LAST_DAY, toYears } from '../fight/dates.ts';
import { curvePath, treatiesInForce } from './curve.ts';

interface Props {
  readonly date: string;
  /** Shown on the flag while the cascade runs ahead of the question. */
  readonly shown: string;
  /** Called on every move; the last of a gesture is committed by `onCommit`. */
  readonly onPreview: (date: string) => void;
  readonly onCommit: (date: string) => void;
  readonly onCrisis: (crisis: CrisisEvent) => void;
}

const BASE = 38;
const FIRST = toYears(FIRST_DAY);
const LAST = toYears(LAST_DAY);
/** Width of the caption of the curve, which gives way to the flag. */
const CAPTION = 190;
/** A pause in typing after which a date reached by keys counts as asked. */
const SETTLE = 450;

/** Dates from 1815 to 2026 over the curve of treaties in force; diamonds are crises of the catalog. */
export function Timeline({ date, shown, onPreview, onCommit, onCrisis }: Props) {
  const { engine } = useLoaded();
  const [track, width] = useWidth<HTMLDivElement>(1200);
  const [drag, setDrag] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const counts = useMemo(() => treatiesInForce(engine.catalog.treaties), [engine.catalog]);
  const most = Math.max(...counts.map(({ count }) => count), 1);
  const x = (years: number): number => ((years - FIRST) / (LAST - FIRST)) * width;
  const path = useMemo(
    () =>
      curvePath(
        counts,
        (years) => ((years - FIRST) / (LAST - FIRST)) * width,
        (count) => BASE - (count / most) * 28,
        BASE,
        width,
      ),
    [counts, most, width],
  );
  const now = drag ?? date;
  const label = drag ?? shown;
  useEffect(() => () => clearTimeout(timer.current), []);

  const at = (clientX: number): string => {
    const left = track.current?.getBoundingClientRect().left ?? 0;
    return clampDate(fromYears(FIRST + (Math.max(0, Math.min(width, clientX - left)) / width) * (LAST - FIRST)));
  };
  const move = (next: string): void => {
    setDrag(next);
    onPreview(next);
  };
  const settle = (next: string): void => {
    clearTimeout(timer.current);
    setDrag(null);
    onCommit(next);
  };

  const keys = (event: KeyboardEvent): void => {
    const next = keyDate(event, now);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    const day = clampDate(next);
    move(day);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle(day), SETTLE);
  };

  const handle = x(toYears(now));
  const flag = width < 500 ? 104 : 120;
  const flagX = Math.max(0, Math.min(width - flag, handle - flag / 2));
  const every = width < 500 ? 50 : 25;
  return (
    <section className="time" aria-label="Date">
      <div
        ref={track}
        className="track"
        role="slider"
        tabIndex={0}
        aria-label="Date"
        aria-valuemin={1815}
        aria-valuemax={2026}
        aria-valuenow={Number(now.slice(0, 4))}
        aria-valuetext={formatDate(now)}
        onKeyDown={keys}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          move(at(event.clientX));
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) move(at(event.clientX));
        }}
        onPointerUp={(event) => {
          if (drag !== null) settle(at(event.clientX));
        }}
        onPointerCancel={() => drag !== null && settle(drag)}
      >
        <svg aria-hidden="true">
          <path className="curve" d={path} />
          <line className="base" x1="0" x2={width} y1={BASE} y2={BASE} />
          {years(every).map((year) => (
            <g key={year}>
              <line className="base" x1={x(year)} x2={x(year)} y1={BASE} y2={BASE + 4} />
              <text x={x(year)} y={BASE + 16} textAnchor="middle">
                {year}
              </text>
            </g>
          ))}
          {width >= 500 ? (
            <text x={flagX < CAPTION ? flagX + flag + 10 : 0} y="10">
              Treaties in force, of {engine.catalog.treaties.length} in the catalog
            </text>
          ) : null}
          {engine.catalog.events.map((crisis) => (
            <path
              key={crisis.id}
              className="mark"
              d={`M${x(toYears(crisis.date)).toFixed(1)} ${BASE - 4.5}l4 4.5-4 4.5-4-4.5z`}
              onPointerDown={(event) => {
                event.stopPropagation();
                onCrisis(crisis);
              }}
            >
              <title>{`${crisis.name}, ${formatDate(crisis.date)}`}</title>
            </path>
          ))}
          <line className="hand" x1={handle} x2={handle} y1="2" y2={BASE} />
          <circle className="knob" cx={handle} cy={BASE} r="6" />
          <rect className="flag" x={flagX} y="0" width={flag} height="20" rx="3" />
          <text className="now" x={flagX + flag / 2} y="14.5" textAnchor="middle">
            {formatDate(label)}
          </text>
        </svg>
      </div>
    </section>
  );
}

const years = (every: number): number[] => Array.from({ length: Math.floor((2025 - 1825) / every) + 1 }, (_, i) => 1825 + i * every);

function keyDate({ key, shiftKey }: KeyboardEvent, now: string): string | null {
  const sign = key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp' ? 1 : -1;
  if (key.startsWith('Arrow')) return shiftKey ? addYears(now, sign) : addDays(now, sign);
  if (key === 'PageUp' || key === 'PageDown') return addYears(now, 10 * sign);
  if (key === 'Home') return FIRST_DAY;
  if (key === 'End') return LAST_DAY;
  return null;
}

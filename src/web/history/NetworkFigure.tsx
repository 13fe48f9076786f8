import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useLoaded } from '../data/EngineProvider.tsx';
import { ACTION_ORDER, nameOf } from '../fight/words.ts';
import { Defs } from '../map/Defs.tsx';
import { frameFor } from '../map/frame.ts';
import { focusView, worldView, type LonLat, type View } from '../map/projection.ts';
import { Shapes } from '../map/Shapes.tsx';
import { textWidth } from '../map/text-width.ts';
import { tintOn } from '../map/tint.ts';
import { useSize } from '../shell/useSize.ts';
import { laidOut, type Point } from './layout.ts';
import type { HistoryNetwork, Pair } from './network.ts';
import type { Layout } from './search.ts';

interface Props {
  readonly network: HistoryNetwork;
  readonly layout: Layout;
  readonly sel: string | null;
  readonly headline: string;
  /** The date moves: the frame of the map stays. */
  readonly hold: boolean;
  readonly onPick: (state: string | null) => void;
}

const NOBODY: ReadonlyMap<string, never> = new Map<string, never>();
/** Share of the tied states that a region must hold for the map to show it alone. */
const REGIONAL = 0.7;

/** The network of a day: states at their capitals or where their ties draw them, pairs in the color of their strongest promise. */
export function NetworkFigure({ network, layout, sel, headline, hold, onPick }: Props) {
  const { engine, world: coarse } = useLoaded();
  const [frame, { width, height }] = useSize<HTMLDivElement>({ width: 948, height: 500 });
  const [hover, setHover] = useState<string | null>(null);
  const { date, states, pairs } = network;
  const ids = useMemo(() => states.map(({ id }) => id), [states]);
  const patches = tintOn(engine.world, coarse.codes, date);

  const fitted = useMemo((): View => {
    const homes = new Map(patches.flatMap((patch) => (patch.owner && patch.kind === 'home' ? [[patch.owner, patch.codes] as const] : [])));
    const found = frameFor(ids, [], [], engine.world, coarse, date, homes);
    return ids.length > 1 && found.share >= REGIONAL ? focusView(width, height, found.points) : worldView(width, height, found.middle);
  }, [ids, patches, engine, coarse, date, width, height]);
  const kept = useRef(fitted);
  const view = hold && kept.current.width === width && kept.current.height === height ? kept.current : fitted;
  kept.current = view;

  const capitals = useMemo(() => {
    const at = (id: string): LonLat => {
      const { lat, lon } = engine.world.home(id, date);
      return [lon, lat];
    };
    return new Map(
      ids.flatMap((id): [string, Point][] => {
        const point = view.project(at(id));
        return point === null ? [] : [[id, [point[0], point[1]]]];
      }),
    );
  }, [ids, view, engine, date]);
  const places = useMemo(() => (layout === 'map' ? capitals : laidOut(ids, pairs, capitals, width, height)), [layout, capitals, ids, pairs, width, height]);

  const near = hover ?? sel;
  const touches = (pair: Pair): boolean => pair.a === near || pair.b === near;
  const partners = new Set(near === null ? [] : pairs.flatMap((pair) => (touches(pair) ? [pair.a, pair.b] : [])));
  const drawn = pairs.toSorted((x, y) => Number(touches(x)) - Number(touches(y)) || ACTION_ORDER.indexOf(y.strongest) - ACTION_ORDER.indexOf(x.strongest));
  const labels = useMemo(
    () => lettered(network, places, width, height, sel, (id) => nameOf(engine.world, id, date)),
    [network, places, width, height, sel, engine, date],
  );

  const keys = (event: KeyboardEvent): void => {
    const order = states.toSorted((x, y) => y.degree - x.degree).map(({ id }) => id);
    const at = sel === null ? -1 : order.indexOf(sel);
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && order.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      onPick(order[(at + step + order.length) % order.length] ?? null);
    } else if (event.key === 'Escape') onPick(null);
  };

  return (
    <div
      className={`map net${layout === 'force' ? ' free' : ''}`}
      ref={frame}
      tabIndex={0}
      role="group"
      aria-label="Network; arrows walk its states"
      onKeyDown={keys}
    >
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={headline} className={hold ? 'moving' : undefined}>
        <Defs />
        {layout === 'map' ? (
          <g className="ground" aria-hidden="true">
            <Shapes view={view} geography={coarse} patches={patches} roles={NOBODY} chance={false} />
          </g>
        ) : null}
        <g aria-hidden="true">
          {drawn.map((pair) => (
            <TieLine key={`${pair.a} ${pair.b}`} pair={pair} places={places} dim={near !== null && !touches(pair)} crowded={pairs.length > 120} />
          ))}
        </g>
        <g>
          {states.map(({ id, degree }) => {
            const at = places.get(id);
            if (!at) return null;
            const lit = id === sel ? ' sel' : near !== null && !partners.has(id) ? ' dim' : '';
            return (
              <circle
                key={id}
                className={`node${lit}`}
                data-state={id}
                cx={at[0]}
                cy={at[1]}
                r={radiusOf(degree)}
                onPointerEnter={() => setHover(id)}
                onPointerLeave={() => setHover(null)}
                onClick={() => onPick(id === sel ? null : id)}
              >
                <title>{`${nameOf(engine.world, id, date)}: ${degree} ${degree === 1 ? 'partner' : 'partners'}`}</title>
              </circle>
            );
          })}
        </g>
        <g className="names">
          {labels.map(({ id, x, y, anchor, text }) => (
            <text key={id} x={x} y={y} textAnchor={anchor} className={near !== null && !partners.has(id) && id !== near ? 'dim' : undefined}>
              {text}
            </text>
          ))}
        </g>
      </svg>
    </div>
  );
}

/** Area by the number of partners, as Playfair would have it. */
const radiusOf = (degree: number): number => 3.2 + 1.9 * Math.sqrt(Math.min(degree, 36));

interface TieProps {
  readonly pair: Pair;
  readonly places: ReadonlyMap<string, Point>;
  readonly dim: boolean;
  readonly crowded: boolean;
}

/** A line between two states; an arrow from the one bound to the one owed where it runs one way. */
function TieLine({ pair, places, dim, crowded }: TieProps) {
  const { a, b, ab, ba, strongest } = pair;
  const [from, to] = ab.length === 0 ? [b, a] : [a, b];
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return null;
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
  if (length < 1) return null;
  const oneWay = ab.length === 0 || ba.length === 0;
  const back = oneWay ? Math.min(length / 2, 12) / length : 0;
  return (
    <line
      className={`tie${dim ? ' dim' : ''}${crowded ? ' thin' : ''}`}
      x1={start[0]}
      y1={start[1]}
      x2={end[0] - (end[0] - start[0]) * back}
      y2={end[1] - (end[1] - start[1]) * back}
      strokeDasharray={strongest === 'stay-neutral' || strongest === 'not-attack' ? '2 4' : undefined}
      markerEnd={oneWay ? 'url(#head)' : undefined}
      style={{ stroke: `var(--duty-${strongest}-text)` }}
    />
  );
}

interface Lettering {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
  readonly text: string;
}

const LINE = 15;

/** Names beside their states, those with most partners first, wherever one fits without covering another name or state. */
function lettered(
  { states }: HistoryNetwork,
  places: ReadonlyMap<string, Point>,
  width: number,
  height: number,
  sel: string | null,
  name: (id: string) => string,
): Lettering[] {
  const boxes = states.flatMap(({ id, degree }) => {
    const at = places.get(id);
    const r = radiusOf(degree);
    return at ? [[at[0] - r, at[1] - r, at[0] + r, at[1] + r] as const] : [];
  });
  const taken: (readonly [number, number, number, number])[] = [...boxes];
  const order = states.toSorted((x, y) => Number(y.id === sel) - Number(x.id === sel) || y.degree - x.degree || (x.id < y.id ? -1 : 1));
  return order.slice(0, width < 600 ? 14 : 44).flatMap(({ id, degree }): Lettering[] => {
    const at = places.get(id);
    if (!at) return [];
    const [x, y] = at;
    const text = name(id);
    const wide = textWidth(text);
    const r = radiusOf(degree) + 3;
    const tries: readonly (readonly [number, number, Lettering['anchor']])[] = [
      [x + r, y + 4, 'start'],
      [x - r, y + 4, 'end'],
      [x, y - r - 2, 'middle'],
      [x, y + r + 11, 'middle'],
    ];
    for (const [tx, ty, anchor] of tries) {
      const left = anchor === 'start' ? tx : anchor === 'end' ? tx - wide : tx - wide / 2;
      const box = [left - 1, ty - LINE + 4, left + wide + 1, ty + 4] as const;
      if (box[0] < 2 || box[2] > width - 2 || box[1] < 2 || box[3] > height - 2) continue;
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      return [{ id, x: tx, y: ty, anchor, text }];
    }
    return [];
  });
}

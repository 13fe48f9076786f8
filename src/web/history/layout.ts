import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';

export type Point = readonly [x: number, y: number];

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

/** Steps of the search: enough to come to rest with two hundred states, in some tens of milliseconds. */
const STEPS = 240;

/**
 * Places states so that those tied stand near each other (d3-force), from where their capitals are: the same network gives the same picture.
 * @param starts where each begins
 */
export function laidOut(
  states: readonly string[],
  pairs: readonly { readonly a: string; readonly b: string }[],
  starts: ReadonlyMap<string, Point>,
  width: number,
  height: number,
): ReadonlyMap<string, Point> {
  const bodies = states.map((id): Body => {
    const [x, y] = starts.get(id) ?? [width / 2, height / 2];
    return { id, x, y };
  });
  const known = new Set(states);
  const links = pairs.filter(({ a, b }) => known.has(a) && known.has(b)).map(({ a, b }): SimulationLinkDatum<Body> => ({ source: a, target: b }));
  // Room shared out by the number of states, so that few do not huddle and many do not spill.
  const room = Math.sqrt((width * height) / Math.max(4, states.length));
  const simulation = forceSimulation(bodies)
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(-room * 2.2)
        .distanceMax(room * 6),
    )
    .force(
      'tie',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(room * 0.8),
    )
    .force('apart', forceCollide<Body>(Math.min(30, room * 0.45)))
    .force('x', forceX<Body>(width / 2).strength(0.06))
    .force('y', forceY<Body>(height / 2).strength((0.06 * width) / height))
    .stop();
  simulation.tick(STEPS);
  return fitted(bodies, width, height);
}

/** Moved and scaled into the frame, with room for names. */
function fitted(bodies: readonly Body[], width: number, height: number): ReadonlyMap<string, Point> {
  const [xs, ys] = [bodies.map(({ x = 0 }) => x), bodies.map(({ y = 0 }) => y)];
  const place = (value: number, values: readonly number[], length: number, pad: number): number => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return high - low < 1 ? length / 2 : pad + ((value - low) / (high - low)) * (length - 2 * pad);
  };
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, [place(x, xs, width, 48), place(y, ys, height, 28)]]));
}

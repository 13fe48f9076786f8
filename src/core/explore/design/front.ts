import { frontOf } from '../../math/pareto/sort.ts';
import type { Choices } from '../../math/optimize/choice-genes.ts';
import type { Archive, Looked } from './search.ts';
import { changedPlaces, type DesignVariable } from './variable.ts';

/** Numbers closer than this, as a share of their size, are not told apart: what rounding leaves. */
const ALIKE = 1e-9;

const isAlike = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((x, i) => Math.abs(x - (b[i] ?? Number.NaN)) <= ALIKE * Math.max(1e-6, Math.abs(x)));

/** Those of all looked at that meet every demand and that nothing dominates; of several alike the one that changes least. */
export function feasibleFront(looked: readonly Looked[], variables: readonly DesignVariable[]): readonly Looked[] {
  const feasible = looked.filter(({ score }) => score.violation === 0).toSorted((a, b) => changes(variables, a.choices) - changes(variables, b.choices));
  const distinct: Looked[] = [];
  const byFirst = new Map<string, Looked[]>();
  for (const one of feasible) {
    const key = (one.score.objectives[0] ?? 0).toPrecision(6);
    const near = byFirst.get(key) ?? [];
    if (near.some(({ score }) => isAlike(score.objectives, one.score.objectives))) continue;
    byFirst.set(key, [...near, one]);
    distinct.push(one);
  }
  return frontOf(distinct.map(({ score }) => score)).flatMap((i) => distinct[i] ?? []);
}

const changes = (variables: readonly DesignVariable[], choices: Choices): number => changedPlaces(variables, choices).length;

/** Shares of the front's range within which two points are as good as one another to a drafter. */
const MEANT = 0.005;

/**
 * A way to write it with every change taken back that makes no difference worth the name: what is left is what counts. Looks at further ways.
 * @param ranges of the objectives along the front
 */
export function simplified(archive: Archive, point: Looked, variables: readonly DesignVariable[], ranges: readonly number[]): Looked {
  const bound = point.score.objectives.map((value, m) => value + MEANT * (ranges[m] ?? 0) + ALIKE * Math.abs(value));
  let kept = point;
  for (;;) {
    const before = kept;
    for (const i of changedPlaces(variables, kept.choices)) {
      const variable = variables[i];
      const given = variable?.values.findIndex(({ id }) => id === variable.given.id) ?? -1;
      if (given === -1) continue;
      const back = archive.look(kept.choices.with(i, given));
      if (back.score.violation === 0 && back.score.objectives.every((value, m) => value <= (bound[m] ?? value))) kept = back;
    }
    if (kept === before) return kept;
  }
}

/** How far each objective ranges over a set of points. */
export function rangesOf(points: readonly Looked[]): readonly number[] {
  const width = points[0]?.score.objectives.length ?? 0;
  return Array.from({ length: width }, (_, m) => {
    const values = points.map(({ score }) => score.objectives[m] ?? 0);
    return Math.max(...values) - Math.min(...values);
  });
}

/** The objectives of a set on a scale from 0, the best of it, to 1, the worst. */
export function scaled(points: readonly (readonly number[])[], over: readonly (readonly number[])[] = points): readonly (readonly number[])[] {
  const width = points[0]?.length ?? over[0]?.length ?? 0;
  const ranges = Array.from({ length: width }, (_, m) => {
    const values = over.map((point) => point[m] ?? 0);
    return { low: Math.min(...values), high: Math.max(...values) };
  });
  return points.map((point) => point.map((value, m) => (value - (ranges[m]?.low ?? 0)) / ((ranges[m]?.high ?? 0) - (ranges[m]?.low ?? 0)) || 0));
}

/** A point of the front that is shown, and why. */
export interface Chosen {
  readonly looked: Looked;
  /** Objectives in which it is the best of the front, by place. */
  readonly bestIn: readonly number[];
  readonly balanced: boolean;
  /** How far it is from the best of the front in each objective, 0 to 1 the worst. */
  readonly place: readonly number[];
}

/**
 * So many points of a front that show its span: the best in each objective, the one furthest from no ideal, then those most apart from all chosen.
 */
export function representatives(front: readonly Looked[], most: number, variables: readonly DesignVariable[]): readonly Chosen[] {
  const places = scaled(front.map(({ score }) => score.objectives));
  const width = places[0]?.length ?? 0;
  const fewest = (i: number): number => changes(variables, front[i]?.choices ?? []);
  const bests = Array.from({ length: width }, (_, m) => {
    const order = front.map((_point, i) => i);
    return order.toSorted((a, b) => (places[a]?.[m] ?? 0) - (places[b]?.[m] ?? 0) || total(places[a]) - total(places[b]) || fewest(a) - fewest(b))[0] ?? -1;
  });
  const balanced = front
    .map((_, i) => i)
    .toSorted((a, b) => Math.max(...(places[a] ?? [])) - Math.max(...(places[b] ?? [])) || total(places[a]) - total(places[b]))[0];
  const chosen = [...new Set([...(balanced === undefined ? [] : [balanced]), ...bests])].filter((i) => i >= 0).slice(0, Math.max(1, most));
  const nearest = front.map((_, i) => distanceTo(chosen, i, places));
  while (chosen.length < Math.min(most, front.length)) {
    const next = nearest.reduce((best, distance, i) => (distance > (nearest[best] ?? -1) ? i : best), 0);
    if ((nearest[next] ?? 0) <= 0) break;
    chosen.push(next);
    front.forEach((_, i) => (nearest[i] = Math.min(nearest[i] ?? 0, apart(places[i], places[next]))));
  }
  return chosen.flatMap((i) => {
    const looked = front[i];
    return looked === undefined
      ? []
      : [{ looked, bestIn: bests.flatMap((best, m) => (best === i ? [m] : [])), balanced: i === balanced, place: places[i] ?? [] }];
  });
}

const total = (point: readonly number[] | undefined): number => (point ?? []).reduce((sum, value) => sum + value, 0);
const apart = (a: readonly number[] = [], b: readonly number[] = []): number => Math.hypot(...a.map((value, m) => value - (b[m] ?? 0)));
const distanceTo = (chosen: readonly number[], i: number, places: readonly (readonly number[])[]): number =>
  Math.min(...chosen.map((j) => apart(places[i], places[j])));

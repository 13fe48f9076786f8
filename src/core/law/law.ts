import type { IsoDate } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { compareText } from '../text/compare.ts';
import type { Treaty } from '../treaty/schema.ts';
import { cascade, type CascadeOptions } from './cascade.ts';
import { createMatrix, type Matrix } from './matrix.ts';
import { createRegime, type Regime } from './regime.ts';
import { trigger } from './trigger.ts';
import type { Cascade, LawEvent, Verdict } from './types.ts';

/** The law of a set of treaties: what follows from an event, on any date. */
export interface Law {
  readonly treaties: readonly Treaty[];
  readonly world: World;
  /** The treaties as they stand on a date; the last few dates are remembered. */
  on(date: IsoDate): Regime;
  inForce(date: IsoDate): readonly Treaty[];
  trigger(event: LawEvent): Verdict;
  cascade(verdict: Verdict, options: CascadeOptions): Cascade;
  matrix(date: IsoDate): Matrix;
}

const REMEMBERED = 64;

/**
 * Treaties are put in the order of their ids, so that verdicts do not depend on the order of files.
 * @param background treaties that say who is allied with whom (`against: {allied_with: ...}`), and are asked nothing else
 */
export function createLaw(given: readonly Treaty[], world: World, background: readonly Treaty[] = []): Law {
  const treaties = given.toSorted((a, b) => compareText(a.id, b.id));
  const regimes = new Map<IsoDate, Regime>();
  const on = (date: IsoDate): Regime => {
    const known = regimes.get(date);
    if (known !== undefined) return known;
    const regime = createRegime(treaties, world, date, background);
    const [oldest] = regimes.keys();
    if (regimes.size >= REMEMBERED && oldest !== undefined) regimes.delete(oldest);
    regimes.set(date, regime);
    return regime;
  };
  return {
    treaties,
    world,
    on,
    inForce: (date) => on(date).standing.map(({ treaty }) => treaty),
    trigger: (event) => trigger(event, on(event.date), world),
    cascade: (verdict, options) => cascade(verdict, on(verdict.event.date), world, options),
    matrix: (date) => createMatrix(on(date), world),
  };
}

import type { SweepValue } from '../../core/explore/sweep/axis.ts';

/**
 * A plain value with one place in it set: `game.allies.0.value`. Keys may be new, entries of lists must be there.
 * @throws {RangeError} where the path leads through a number or a text, or past the end of a list
 */
export function setPath(value: unknown, path: string, to: SweepValue): unknown {
  const set = (one: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return to;
    if (Array.isArray(one)) {
      const place = Number(key);
      if (!/^\d+$/.test(key) || place >= one.length) throw new RangeError(`${path}: there is no entry ${key} in the list of ${one.length}`);
      return one.map((entry: unknown, index) => (index === place ? set(entry, rest) : entry));
    }
    if (one !== undefined && (typeof one !== 'object' || one === null)) throw new RangeError(`${path}: ${JSON.stringify(one)} has no '${key}'`);
    const record: Readonly<Record<string, unknown>> = { ...one };
    return { ...record, [key]: set(record[key], rest) };
  };
  return set(value, path.split('.'));
}

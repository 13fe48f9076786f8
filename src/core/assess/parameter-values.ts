import type { Rng } from '../math/rng.ts';
import type { Parameters } from '../facts/parameters.ts';

/** The value of every parameter: the central ones, or a draw. */
export interface ParameterValues {
  /** @throws {RangeError} for a name the file lacks */
  get(name: string): number;
}

function valuesOf(values: ReadonlyMap<string, number>): ParameterValues {
  return {
    get: (name) => {
      const value = values.get(name);
      if (value === undefined) throw new RangeError(`the parameters lack '${name}'`);
      return value;
    },
  };
}

/** Central values, with some of them set by hand. */
export function centralValues({ parameters }: Parameters, set: Readonly<Record<string, number>> = {}): ParameterValues {
  return valuesOf(new Map(Object.entries(parameters).map(([name, { value }]) => [name, set[name] ?? value])));
}

/** The 95th percentile of the standard normal: ends of a 90 % range. */
const Z90 = 1.644_853_626_951_472_2;

/** A draw from a value's 90 % range: normal on either side of the value, each with its own spread. */
export function splitNormal(rng: Rng, { value, low, high }: { readonly value: number; readonly low: number; readonly high: number }): number {
  const z = rng.normal();
  return value + (z * (z < 0 ? value - low : high - value)) / Z90;
}

/** One draw of every parameter, each by itself; those set by hand stay as set. */
export function drawValues({ parameters }: Parameters, rng: Rng, set: Readonly<Record<string, number>> = {}): ParameterValues {
  return valuesOf(
    new Map(
      Object.entries(parameters).map(([name, parameter]) => {
        const drawn = parameter.shape === 'uniform' ? parameter.low + rng.next() * (parameter.high - parameter.low) : splitNormal(rng, parameter);
        return [name, set[name] ?? drawn];
      }),
    ),
  );
}

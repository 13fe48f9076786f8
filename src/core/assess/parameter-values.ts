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

/**
 * One draw of every parameter: those estimated together by their covariance, the others each from its range; those set by hand stay as set.
 */
export function drawValues(file: Parameters, rng: Rng, set: Readonly<Record<string, number>> = {}): ParameterValues {
  const together = drawTogether(file, rng);
  return valuesOf(
    new Map(
      Object.entries(file.parameters).map(([name, parameter]) => {
        const drawn =
          together.get(name) ?? (parameter.shape === 'uniform' ? parameter.low + rng.next() * (parameter.high - parameter.low) : splitNormal(rng, parameter));
        return [name, set[name] ?? drawn];
      }),
    ),
  );
}

/**
 * The numbers that `drawValues` takes of its stream, in their order, by what they are drawn for: the parameters estimated together, of which each
 * number moves several, then every other by itself.
 */
export function drawnInOrder({ parameters, covariance }: Parameters): readonly { readonly names: readonly string[]; readonly numbers: number }[] {
  const together = covariance?.names ?? [];
  const alone = Object.keys(parameters).filter((name) => !together.includes(name));
  return [...(together.length === 0 ? [] : [{ names: together, numbers: together.length }]), ...alone.map((name) => ({ names: [name], numbers: 1 }))];
}

/** What is drawn of a file of parameters, in words. */
export function drawnInWords({ parameters, covariance }: Parameters): string {
  const together = covariance?.names.filter((name) => parameters[name] !== undefined).length ?? 0;
  const others = Object.keys(parameters).length - together;
  return together === 0
    ? `${others} parameters drawn each from its range`
    : `${together} parameters estimated from the record drawn together by their covariance, ${others} others each from its range`;
}

/** Normal draws of the parameters that were estimated together, about their values. */
function drawTogether({ parameters, covariance }: Parameters, rng: Rng): ReadonlyMap<string, number> {
  if (covariance === undefined) return new Map();
  const { names } = covariance;
  const root = rootOf(covariance);
  const z = names.map(() => rng.normal());
  return new Map(
    names.flatMap((name, i) => {
      const known = parameters[name];
      const moved = z.slice(0, i + 1).reduce((sum, one, j) => sum + one * (root[i]?.[j] ?? 0), 0);
      return known === undefined ? [] : [[name, known.value + moved] as const];
    }),
  );
}

type Covariance = NonNullable<Parameters['covariance']>;

const roots = new WeakMap<Covariance, readonly (readonly number[])[]>();
/** A share of a variance that is none of its own: rounding of what the others tell. */
const ROUNDING = 1e-9;

/** The lower triangle L of a covariance L Lᵀ, made once; a variance that others tell wholly is 0. */
function rootOf(covariance: Covariance): readonly (readonly number[])[] {
  const known = roots.get(covariance);
  if (known !== undefined) return known;
  const { matrix } = covariance;
  const root: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (root[j] ?? []);
      let rest = row[j] ?? 0;
      for (let k = 0; k < j; k++) rest -= (own[k] ?? 0) * (other[k] ?? 0);
      if (j === i) own.push(rest > ROUNDING * (row[i] ?? 0) ? Math.sqrt(rest) : 0);
      else own.push((other[j] ?? 0) > 0 ? rest / (other[j] ?? 1) : 0);
    }
    root.push(own);
  });
  roots.set(covariance, root);
  return root;
}

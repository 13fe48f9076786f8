import { centralValues, drawValues, type ParameterValues } from '../../assess/parameter-values.ts';
import type { Rng } from '../../math/rng.ts';
import type { DecadesInput } from './options.ts';

/** Rates and shares that mean nothing outside (0, 1). */
const INSIDE =
  /^(baseline|reference|escalation|regime|accession|formation\.(bi|multi))|^rivalry\.end|^growth\.decade|^government\.turnover|^join\.(kappa|discretionary|assistance)/;

/** The parameters of one world: of every file the central values, or one draw; a name of a later file wins. */
export function parametersOf({ parameters, set, draw }: Pick<DecadesInput, 'parameters' | 'set' | 'draw'>, rng: Rng): ParameterValues {
  const values = new Map<string, number>();
  for (const file of parameters) {
    const from = draw ? drawValues(file, rng, set) : centralValues(file, set);
    for (const name of Object.keys(file.parameters)) {
      const value = from.get(name);
      values.set(name, INSIDE.test(name) ? Math.min(0.98, Math.max(1e-4, value)) : value);
    }
  }
  return {
    get: (name) => {
      const value = values.get(name);
      if (value === undefined) throw new RangeError(`the parameters lack '${name}'`);
      return value;
    },
  };
}

import { flatten } from '../../../core/explore/sweep/flatten.ts';
import { defineCell } from '../../../jobs/cell.ts';
import { runModel } from '../../model.ts';
import { setPath } from '../set-path.ts';
import type { CellInput } from './input.ts';

interface Shared {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One model on its input with some places set: every single value of its answer. */
export const cell = defineCell({
  open:
    ({ name, input }: Shared) =>
    ({ parameters }: CellInput) => {
      const changed = Object.entries(parameters).reduce<unknown>((value, [path, to]) => setPath(value, path, to), input);
      return flatten(runModel(name, { name: 'input', text: JSON.stringify(changed) }));
    },
});

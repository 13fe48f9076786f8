import { didYouMean, idsNear } from '../../did-you-mean.ts';
import { UserError } from '../../user-error.ts';
import { arithmetic } from './arithmetic.ts';
import { assess } from './assess.ts';
import { decades } from './decades.ts';
import type { SweepVerb } from './define.ts';
import { design } from './design.ts';
import { model } from './model.ts';
import { sleep } from './sleep.ts';

/** What can be swept; each has a cell function of its name in ../cells.ts. */
const sweepVerbs: readonly SweepVerb[] = [assess, model, decades, design, arithmetic, sleep];

/** Every verb with one line. */
export const listSweepVerbs = (): readonly { readonly name: string; readonly summary: string }[] => sweepVerbs.map(({ name, summary }) => ({ name, summary }));

/** @throws {UserError} naming the nearest where there is none */
export function sweepVerb(name: string): SweepVerb {
  const verb = sweepVerbs.find((one) => one.name === name);
  if (verb !== undefined) return verb;
  const names = sweepVerbs.map((one) => one.name);
  const near = idsNear(
    name,
    names.map((one) => [one] as const),
  );
  throw new UserError(`'${name}' cannot be swept. ${didYouMean(near, `These can: ${names.join(', ')}.`)}`);
}

import { didYouMean, idsNear } from './did-you-mean.ts';
import { UserError } from './user-error.ts';

export { PANEL_UNITS, SYSTEMS } from '../data/panels/units.ts';

/** The unit a user named. @throws {UserError} with the nearest there are */
export function unitNamed<U extends string>(typed: string, units: readonly U[]): U {
  const unit = units.find((one) => one === typed);
  if (unit !== undefined) return unit;
  const near = idsNear(
    typed,
    units.map((one) => [one] as const),
  );
  throw new UserError(`'${typed}' is no unit of a panel. ${didYouMean(near, '')}`.trim(), [`There are: ${units.join(', ')}.`]);
}

import type { Contingency } from '../core/facts/contingencies.ts';
import { didYouMean, idsNear } from './did-you-mean.ts';
import { UserError } from './user-error.ts';

/**
 * A contingency of the catalog by its id.
 * @param where the flag, for the error
 * @throws {UserError} naming the nearest ones where there is none
 */
export function findContingency(rows: readonly Contingency[], id: string, where?: string): Contingency {
  const found = rows.find((row) => row.id === id);
  if (found !== undefined) return found;
  const near = idsNear(
    id,
    rows.map((row) => [row.id, row.title] as const),
  );
  throw new UserError(
    `${where === undefined ? '' : `${where}: `}there is no contingency '${id}'. ${didYouMean(near, "'foedus catalog contingencies' lists them.")}`,
  );
}

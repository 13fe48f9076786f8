import { burdenLedger, type BurdenLedger } from '../core/assess/burden.ts';
import { prepareAssessment } from '../core/assess/prepare.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { selectTreaties } from './find-treaty.ts';
import { loadCatalog, loadFacts } from './load-catalog.ts';
import { UserError } from './user-error.ts';
import { worldOf } from './world.ts';

export type { BurdenLedger } from '../core/assess/burden.ts';

/**
 * Who pays and who rides under a treaty on a date.
 * @throws {UserError} where the catalog has no figures for the date
 */
export function burden(treaty: Treaty, date: string): BurdenLedger {
  const catalog = loadCatalog();
  const subject = { facts: loadFacts(), world: worldOf(catalog, { shapes: true }), treaties: selectTreaties(catalog, [treaty], []), treaty };
  try {
    return burdenLedger(prepareAssessment(subject, { date, draws: 0, seed: 1 }));
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${treaty.id}: ${error.message}.`, [], { cause: error });
    throw error;
  }
}

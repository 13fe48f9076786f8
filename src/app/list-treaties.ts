import type { Catalog } from '../core/catalog.ts';
import type { IsoDate, StateId } from '../core/states/types.ts';
import { compareText } from '../core/text/compare.ts';
import { inForceOn, treatyAt } from '../core/treaty/resolve.ts';

export interface TreatyLine {
  readonly id: string;
  readonly name: string;
  readonly signed: string;
  /** First day in force; null where it never was. */
  readonly from: string | null;
  /** First day no longer in force; null where it still is. */
  readonly to: string | null;
  /** Parties on the day asked for, else all there ever were. */
  readonly parties: readonly StateId[];
  readonly obligations: readonly string[];
}

/** The catalog's treaties by date of signature; those in force on a day, those with a party. */
export function listTreaties(
  { treaties }: Pick<Catalog, 'treaties'>,
  { date, state }: { readonly date?: IsoDate; readonly state?: StateId },
): readonly TreatyLine[] {
  return treaties
    .filter((treaty) => date === undefined || inForceOn(treaty, date))
    .map((treaty) => (date === undefined ? treaty : treatyAt(treaty, date)))
    .filter((treaty) => state === undefined || treaty.parties.some((party) => party.state === state))
    .toSorted((a, b) => compareText(a.signed, b.signed) || compareText(a.id, b.id))
    .map(({ id, name, signed, in_force, ended, parties, obligations }) => ({
      id,
      name,
      signed,
      from: in_force ?? null,
      to: ended?.date ?? null,
      parties: [...new Set(parties.map((party) => party.state))],
      obligations: [...new Set(obligations.map((obligation) => obligation.kind))],
    }));
}

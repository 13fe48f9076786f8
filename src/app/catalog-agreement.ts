import { agreementWithAtop, type Comparison, type FieldAgreement, type IdleReason } from '../core/atop/agreement.ts';
import { readAtop } from '../core/atop/alliance.ts';
import { cowStates } from '../core/atop/states.ts';
import type { Catalog } from '../core/catalog.ts';
import { createRegistry } from '../core/states/registry.ts';
import type { CodedField } from '../core/treaty/vocabulary.ts';
import { storeFolder, usingStore } from './with-store.ts';
import type { Workplace } from './workplace.ts';

/** How far the catalog agrees with ATOP. */
export interface CatalogAgreement {
  /** Of the catalog. */
  readonly version: string;
  /** Of ATOP. */
  readonly atop: string;
  /** Treaties of the catalog that ATOP codes too. */
  readonly treaties: number;
  /** Shares of 1. */
  readonly agreement: Readonly<Record<CodedField, number>>;
  /** What the shares are of. */
  readonly counts: Readonly<Record<CodedField, FieldAgreement>>;
  /** Differences for which the treaty's file gives no reason. */
  readonly unexplained: number;
  readonly differences: readonly Omit<Comparison, 'agree'>[];
  /** Reasons in files for differences that there are not. */
  readonly idle: readonly IdleReason[];
}

/**
 * Compares every treaty of the catalog that ATOP codes with its coding in the store of the workplace.
 * @throws {UserError} where the store lacks ATOP
 */
export function catalogAgreement(catalog: Catalog, { workspace, cwd, env }: Workplace): Promise<CatalogAgreement> {
  return usingStore(storeFolder(workspace, cwd, env), async (store) => {
    const { alliances } = readAtop({ phase: await store.read('atop', 'phase'), member: await store.read('atop', 'member') });
    const { treaties, fields, comparisons, idle } = agreementWithAtop(catalog.treaties, alliances, cowStates(createRegistry(catalog.states)));
    const differences = comparisons.filter(({ agree }) => !agree).map(({ agree: _agree, ...difference }) => difference);
    const share = (field: CodedField): number => (fields[field].compared === 0 ? 1 : fields[field].agree / fields[field].compared);
    return {
      version: catalog.version,
      atop: store.entry('atop')?.version ?? '',
      treaties,
      agreement: {
        members: share('members'),
        obligations: share('obligations'),
        dates: share('dates'),
        conditions: share('conditions'),
        term: share('term'),
        renunciation: share('renunciation'),
        secrecy: share('secrecy'),
        institutions: share('institutions'),
      },
      counts: fields,
      unexplained: differences.filter(({ reason }) => reason === undefined).length,
      differences,
      idle,
    };
  });
}

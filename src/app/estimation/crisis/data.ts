import { createBonds, type YearBonds } from '../../../core/record/bonds.ts';
import type { JoiningFrame } from '../../../core/record/joining.ts';
import { promiseKinds } from '../../../core/record/promise-kinds.ts';
import { chainData, type ChainData } from '../../../core/stages/chain-data.ts';
import type { PairSources } from '../../../core/stages/pair-odds.ts';
import type { Table } from '../../../core/table/table.ts';
import { readAtopTreaties } from '../../atop.ts';
import { readInitiationFrame } from '../deterrence/initiation-frame.ts';
import { readJoiningFrame, readStateYears } from '../joining/frame.ts';
import { onceOfStore } from '../once-of-store.ts';
import type { EstimationContext } from '../section.ts';

/** All that the crisis parameters are estimated from. */
export interface CrisisData {
  readonly joining: JoiningFrame;
  readonly initiation: Table;
  readonly chain: ChainData;
  readonly pairs: PairSources;
}

type Needs = Pick<EstimationContext, 'store' | 'catalog' | 'world' | 'onProgress'>;

/** Reads both frames and what predicts joining between any two states. @throws {DataError} where a table is lacking */
export async function readCrisisData(context: Needs): Promise<CrisisData> {
  const joining = await readJoiningFrame(context);
  const { table: initiation } = await readInitiationFrame(context);
  return { joining, initiation, chain: chainData(joining.table, initiation), pairs: await readPairSources(context) };
}

/** What predicts joining between any two states. @throws {DataError} where a table is lacking */
export const readPairSources = onceOfStore(async (context: Needs): Promise<PairSources> => {
  const { store, catalog, world } = context;
  const [phase, member] = [await store.read('atop', 'phase'), await store.read('atop', 'member')];
  const treaties = (await readAtopTreaties(store, catalog)).all().map(({ treaty }) => treaty);
  const bonds = createBonds(treaties, promiseKinds({ phase, member }), world);
  // A year has one list of members.
  const known = new Map<number, YearBonds>();
  const of = (year: number, members: Int16Array): YearBonds => {
    const found = known.get(year) ?? bonds.of(year, members);
    known.set(year, found);
    return found;
  };
  return { states: await readStateYears(context), bonds: { of }, coverage: (await readInitiationFrame(context)).coverage };
});

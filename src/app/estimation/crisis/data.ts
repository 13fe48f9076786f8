import { createBonds, type YearBonds } from '../../../core/record/bonds.ts';
import type { JoiningFrame } from '../../../core/record/joining.ts';
import { promiseKinds } from '../../../core/record/promise-kinds.ts';
import { chainData, type ChainData } from '../../../core/stages/chain-data.ts';
import type { PairSources } from '../../../core/stages/pair-odds.ts';
import type { Table } from '../../../core/table/table.ts';
import { readAtopTreaties } from '../../atop.ts';
import { readInitiationFrame } from '../deterrence/initiation-frame.ts';
import { readJoiningFrame, readStateYears } from '../joining/frame.ts';
import type { EstimationContext } from '../section.ts';

/** All that the crisis parameters are estimated from. */
export interface CrisisData {
  readonly joining: JoiningFrame;
  readonly initiation: Table;
  readonly chain: ChainData;
  readonly pairs: PairSources;
}

/** Reads both frames and what predicts joining between any two states. @throws {DataError} where a table is lacking */
export async function readCrisisData(context: Pick<EstimationContext, 'store' | 'catalog' | 'world' | 'onProgress'>): Promise<CrisisData> {
  const { store, catalog, world } = context;
  const states = await readStateYears(context);
  const joining = await readJoiningFrame(context, states);
  const { table: initiation, coverage } = await readInitiationFrame(context, states);
  const [phase, member] = [await store.read('atop', 'phase'), await store.read('atop', 'member')];
  const treaties = (await readAtopTreaties(store, catalog)).all().map(({ treaty }) => treaty);
  const bonds = createBonds(treaties, promiseKinds({ phase, member }), world);
  const known = new Map<number, YearBonds>();
  const of = (year: number, members: Int16Array): YearBonds => {
    let found = known.get(year);
    if (found === undefined) known.set(year, (found = bonds.of(year, members)));
    return found;
  };
  return { joining, initiation, chain: chainData(joining.table, initiation), pairs: { states, bonds: { of }, coverage } };
}

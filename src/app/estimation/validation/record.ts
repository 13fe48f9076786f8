import { createBonds, type Bonds, type YearBonds } from '../../../core/record/bonds.ts';
import type { InitiationFrame } from '../../../core/record/initiation.ts';
import type { JoiningFrame } from '../../../core/record/joining.ts';
import { promiseKinds } from '../../../core/record/promise-kinds.ts';
import type { PairSources } from '../../../core/stages/pair-odds.ts';
import { readAtopTreaties } from '../../atop.ts';
import { readInitiationFrame } from '../deterrence/initiation-frame.ts';
import { readJoiningFrame, readStateYears } from '../joining/frame.ts';
import type { EstimationContext } from '../section.ts';

/** The frames of the record, each read when it is first asked for, once. */
export interface ValidationRecord {
  readonly context: EstimationContext;
  readonly initiation: () => Promise<InitiationFrame>;
  readonly joining: () => Promise<JoiningFrame>;
  /** What predicts who joins a war between any two states. */
  readonly pairs: () => Promise<PairSources>;
}

export function validationRecord(context: EstimationContext): ValidationRecord {
  const { store, catalog, world } = context;
  const states = once(() => readStateYears(context));
  const initiation = once(async () => readInitiationFrame(context, await states()));
  const bonds = async (): Promise<Bonds> => {
    const kinds = promiseKinds({ phase: await store.read('atop', 'phase'), member: await store.read('atop', 'member') });
    const treaties = (await readAtopTreaties(store, catalog)).all().map(({ treaty }) => treaty);
    return kept(createBonds(treaties, kinds, world));
  };
  return {
    context,
    initiation,
    joining: once(async () => readJoiningFrame(context, await states())),
    pairs: once(async () => ({ states: await states(), bonds: await bonds(), coverage: (await initiation()).coverage })),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Each year's bonds, made once: a year has one list of members. */
function kept(bonds: Bonds): Bonds {
  const known = new Map<number, YearBonds>();
  return {
    of: (year, members) => {
      const found = known.get(year) ?? bonds.of(year, members);
      known.set(year, found);
      return found;
    },
  };
}

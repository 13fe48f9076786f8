import { useEffect, useState } from 'react';
import type { BurdenLedger } from '../../core/assess/burden.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { askBurden } from '../compute/client.ts';
import { useAddress, type Address } from '../shell/useAddress.ts';
import { readBurden, writeBurden, type BurdenSearch } from './search.ts';

/** The page's state, read from its address and written back to it. */
export const useBurdenSearch = (): Address<BurdenSearch> => useAddress('/burden', readBurden, writeBurden);

/** What each member would choose, from the models: while a new answer is computed the last stays, not fresh. */
export interface LedgerAnswer {
  readonly ledger: BurdenLedger | null;
  readonly fault: string | null;
  readonly fresh: boolean;
}

interface Answered {
  readonly ledger: BurdenLedger | null;
  readonly fault: string | null;
  readonly treaty: Treaty | undefined;
  readonly date: string;
}

/** Asks the models who pays and who rides. */
export function useLedger(treaty: Treaty | undefined, date: string): LedgerAnswer {
  const [answer, setAnswer] = useState<Answered>({ ledger: null, fault: null, treaty: undefined, date: '' });
  useEffect(() => {
    if (treaty === undefined) return;
    let alive = true;
    askBurden(treaty, date).then(
      (ledger) => alive && setAnswer({ ledger, fault: null, treaty, date }),
      (error: unknown) => alive && setAnswer({ ledger: null, fault: error instanceof Error ? error.message : String(error), treaty, date }),
    );
    return () => {
      alive = false;
    };
  }, [treaty, date]);
  return { ledger: answer.ledger, fault: answer.fault, fresh: answer.treaty === treaty && answer.date === date };
}

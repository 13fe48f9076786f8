import { useEffect, useMemo, useReducer } from 'react';
import type { Cascade, LawEvent } from '../../core/law/types.ts';
import { askExpected } from '../compute/client.ts';
import type { Likely } from './chances.ts';

/** Draws of the ranges, and their seed. */
const DRAWS = 200;
const SEED = 1;
/** Answers kept: the last events asked. */
const KEPT = 60;

type Found = Cascade | string;
const answers = new Map<string, Found>();
const pending = new Map<string, Promise<void>>();

/** Asks once; the oldest answers go where there are too many. */
function asking(key: string, event: LawEvent): Promise<void> {
  const under = pending.get(key);
  if (under) return under;
  const keep = (found: Found): void => {
    pending.delete(key);
    answers.set(key, found);
    for (const old of [...answers.keys()].slice(0, Math.max(0, answers.size - KEPT))) answers.delete(old);
  };
  const asked = askExpected({ event, refuses: [], draws: DRAWS, seed: SEED }).then(keep, (error: Error) => keep(error.message));
  pending.set(key, asked);
  return asked;
}

/** Asks the models, in their own thread, who is likely to come at each event; answers come as they are known. */
export function useChances(events: readonly LawEvent[]): readonly Likely[] {
  const [heard, told] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let here = true;
    for (const event of events) {
      const key = JSON.stringify(event);
      if (!answers.has(key)) void asking(key, event).then(() => here && told());
    }
    return () => {
      here = false;
    };
  }, [events]);
  // Another answer was heard where `heard` has grown.
  return useMemo(() => events.map((event) => ({ event, found: heard < 0 ? null : (answers.get(JSON.stringify(event)) ?? null) })), [events, heard]);
}

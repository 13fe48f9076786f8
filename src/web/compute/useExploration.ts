import { useEffect, useReducer, useRef } from 'react';
import { explore, type Exploration } from './client.ts';
import type { Explored, FromWorker } from './messages.ts';

type Found = Exclude<Explored, { readonly kind: 'explored' }>['found'];

/** What is known so far of a question that is explored. While another is, the last stays, not fresh. */
export interface Exploring<T> {
  readonly status: 'idle' | 'computing' | 'done' | 'stopped' | 'failed';
  readonly fresh: boolean;
  readonly found: T | null;
  readonly part: string;
  readonly done: number;
  readonly total: number;
  readonly fault: string | null;
  /** When it was asked, on the page's clock. */
  readonly since: number;
}

const IDLE: Exploring<never> = { status: 'idle', fresh: false, found: null, part: '', done: 0, total: 0, fault: null, since: 0 };

type Event = { readonly kind: 'asked'; readonly at: number } | { readonly kind: 'left' } | FromWorker;

function toldBy<T extends Found>(is: (found: Found) => found is T): (state: Exploring<T>, event: Event) => Exploring<T> {
  return (state, event) => {
    switch (event.kind) {
      case 'asked':
        return { ...state, status: 'computing', fresh: false, part: '', done: 0, total: 0, fault: null, since: event.at };
      case 'left':
        return IDLE;
      case 'explored':
        return { ...state, part: event.part, done: event.done, total: event.total };
      case 'comparison':
      case 'sensitivity': {
        if (!is(event.found)) return state;
        const over = event.kind === 'sensitivity' || event.over;
        const stopped = 'stoppedIn' in event.found || 'stoppedOf' in event.found;
        return { ...state, fresh: true, found: event.found, status: over ? (stopped ? 'stopped' : 'done') : 'computing' };
      }
      case 'failed':
        return { ...state, status: 'failed', fresh: true, found: null, fault: event.message };
      default:
        return state;
    }
  };
}

/** Explores a question in a thread of its own whenever it changes; none where there is no question. @param is tells its results from others */
export function useExploration<T extends Found>(
  exploration: Exploration | null,
  is: (found: Found) => found is T,
): Exploring<T> & { readonly stop: () => void } {
  const [state, tell] = useReducer(toldBy(is), IDLE);
  const asking = useRef<{ readonly stop: () => void } | null>(null);
  const key = exploration === null ? null : JSON.stringify(exploration);
  useEffect(() => {
    if (exploration === null) {
      tell({ kind: 'left' });
      return;
    }
    tell({ kind: 'asked', at: performance.now() });
    const one = explore(exploration, tell);
    asking.current = one;
    return () => one.leave();
    // The question is compared by what it says.
  }, [key]);
  return { ...state, stop: () => asking.current?.stop() };
}

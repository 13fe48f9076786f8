import { useEffect, useState } from 'react';
import type { Facts } from '../../core/facts/facts.ts';
import { fetchFacts } from './facts.ts';

/** The facts of the models; null while they are fetched, and a sentence where they cannot be. */
export function useFacts(): { readonly facts: Facts | null; readonly fault: string | null } {
  const [state, setState] = useState<{ facts: Facts | null; fault: string | null }>({ facts: null, fault: null });
  useEffect(() => {
    let alive = true;
    fetchFacts().then(
      (facts) => alive && setState({ facts, fault: null }),
      (cause: unknown) => alive && setState({ facts: null, fault: cause instanceof Error ? cause.message : String(cause) }),
    );
    return () => {
      alive = false;
    };
  }, []);
  return state;
}

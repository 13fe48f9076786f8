import { ACTION_NOUN } from '../../core/law/wording.ts';
import type { Action } from '../../core/law/types.ts';
import { listOf } from '../fight/words.ts';
import type { HistoryNetwork } from './network.ts';

/** "defense, joint offense and assistance". */
export const kindsInWords = (kinds: readonly Action[]): string => listOf(kinds.map((kind) => ACTION_NOUN[kind]));

/** How many are tied, and who has most partners. */
export function headlineOf({ states, pairs }: HistoryNetwork, name: (state: string) => string): string {
  if (states.length === 0) return 'No two states are tied.';
  const most = Math.max(...states.map(({ degree }) => degree));
  const leaders = states.filter(({ degree }) => degree === most).map(({ id }) => name(id));
  const count = `${states.length} states, ${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} tied`;
  if (pairs.length === 1) return `${count}: ${listOf(leaders)}.`;
  return leaders.length > 3 ? `${count}.` : `${count}; ${listOf(leaders)} ${leaders.length === 1 ? 'has' : 'have'} most partners, ${most}.`;
}
